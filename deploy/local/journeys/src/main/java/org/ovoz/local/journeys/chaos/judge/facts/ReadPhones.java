package org.ovoz.local.journeys.chaos.judge.facts;

import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ovoz.local.journeys.chaos.ledger.Account;
import org.ovoz.local.journeys.chaos.ledger.SentText;
import org.ovoz.local.journeys.phones.Phone;
import org.ovoz.local.journeys.phones.Text;
import org.ovoz.local.journeys.stack.Stack;
import org.ovoz.local.journeys.web.Web;

/** What arrived on phones: at most one answer for each sender, who opens one report, at most one text for each alert. */
record ReadPhones(Web web, Stack stack) {

    List<OnPhones> answers(Account account, Map<String, String> hmacs, Stored stored) {
        Instant began = account.began().at();
        Set<UUID> opened = stored.reports().stream()
                .filter(report -> !report.openedAt().isBefore(began))
                .map(Stored.ReportRow::report)
                .collect(Collectors.toUnmodifiableSet());
        Map<String, Set<UUID>> reportsOf = new HashMap<>();
        stored.texts()
                .forEach(row -> reportsOf
                        .computeIfAbsent(row.hmac(), any -> new HashSet<>())
                        .add(row.report()));
        Map<String, Set<UUID>> reportsFrom = new HashMap<>();
        for (SentText text : account.texts()) {
            Set<UUID> reports = reportsFrom.computeIfAbsent(text.sending().sender(), any -> new HashSet<>());
            reports.addAll(reportsOf.getOrDefault(hmacs.getOrDefault(text.message(), ""), Set.of()));
        }
        List<OnPhones> all = new ArrayList<>();
        reportsFrom.forEach((sender, reports) -> {
            reports.retainAll(opened);
            long answers = received(sender).stream()
                    .filter(text -> !text.at().isBefore(began))
                    .count();
            all.add(new OnPhones(sender, "answers", answers, Math.min(1, reports.size())));
        });
        return all;
    }

    List<OnPhones> alerts(Connection desk) {
        List<OnPhones> due = Rows.of(
                desk,
                "SELECT p.sms, a.text, count(*) FROM alert a JOIN person p ON p.id = a.person WHERE a.kind = 'sms'"
                        + " GROUP BY p.sms, a.text",
                row -> new OnPhones(row.string(1), row.string(2), 0, row.number(3)));
        Map<String, Map<String, Long>> seen = due.stream()
                .map(OnPhones::phone)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        phone -> received(phone).stream()
                                .collect(Collectors.groupingBy(Text::body, Collectors.counting()))));
        return due.stream()
                .map(alert -> new OnPhones(
                        alert.phone(),
                        alert.what(),
                        seen.getOrDefault(alert.phone(), Map.of()).getOrDefault(alert.what(), 0L),
                        alert.most()))
                .toList();
    }

    private List<Text> received(String number) {
        return new Phone(web, stack.carrier(), number).received();
    }
}
