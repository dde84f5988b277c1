package org.millrace.party;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** What is known about a company changed; what was dated before keeps its day. */
@EventType("party.company-changed")
public record CompanyChanged(
    EventHead head,
    CompanyCode code,
    String name,
    Currency currency,
    ZoneId timeZone,
    Optional<LocalDate> earliestBusinessDate,
    Optional<Integer> fiscalYearStartMonth)
    implements DomainEvent {}
