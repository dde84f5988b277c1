package org.millrace.crm;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A campaign was started, held or taken up again. */
@EventType("crm.campaign-changed")
public record CampaignChanged(EventHead head, Campaign campaign) implements DomainEvent {}
