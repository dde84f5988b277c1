package org.millrace.paper;

import java.util.Optional;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A document was sent by mail, or something was done with the mail. */
@EventType("paper.mail-changed")
public record MailChanged(EventHead head, Mail mail, Optional<MailStatus.Act> act)
    implements DomainEvent {}
