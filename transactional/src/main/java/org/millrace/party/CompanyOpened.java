package org.millrace.party;

import java.util.Currency;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The books of a company were opened in its currency. */
@EventType("party.company-opened")
public record CompanyOpened(EventHead head, CompanyCode code, String name, Currency currency)
    implements DomainEvent {}
