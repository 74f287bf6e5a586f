package org.ovoz.notify.cases;

/** A case and who may see it. */
public record ShownCase(CaseView view, Audience audience) {}
