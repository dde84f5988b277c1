package org.millrace.party;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The books of a company were opened in its currency and time zone. */
@EventType("party.company-opened")
public record CompanyOpened(
    EventHead head,
    CompanyCode code,
    String name,
    Currency currency,
    Optional<ZoneId> timeZone,
    Optional<LocalDate> earliestBusinessDate,
    Optional<Integer> fiscalYearStartMonth)
    implements DomainEvent {}
