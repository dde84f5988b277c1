package org.millrace.crm;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A campaign came to its end. */
@EventType("crm.campaign-ended")
public record CampaignEnded(EventHead head, Campaign campaign) implements DomainEvent {}
