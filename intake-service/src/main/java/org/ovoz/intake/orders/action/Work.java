package org.ovoz.intake.orders.action;

import org.ovoz.intake.sealing.ShredKey;
import org.ovoz.transport.transaction.Transaction;

/** An order at work: who asked, about what, in which transaction. */
public record Work(Transaction transaction, Order order, OrderedReport report, ShredKey shredKey) {}
