package org.millrace.outbox;

import java.util.UUID;
import org.millrace.shared.DomainEvent;

/** An event with the id under which the outbox keeps it. */
public record Recorded<E extends DomainEvent>(UUID eventId, E event) {}
