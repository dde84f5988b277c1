package org.millrace.paper;

import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A fapiao was recorded, or something was done with it. */
@EventType("paper.fapiao-changed")
public record FapiaoChanged(EventHead head, Fapiao fapiao, Optional<FapiaoStatus.Act> act)
    implements DomainEvent {}
