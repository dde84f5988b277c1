package org.millrace.paper;

import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An electronic invoice came in, or something was done with it. */
@EventType("paper.e-invoice-changed")
public record EInvoiceChanged(EventHead head, EInvoice eInvoice, Optional<EInvoiceStatus.Act> act)
    implements DomainEvent {}
