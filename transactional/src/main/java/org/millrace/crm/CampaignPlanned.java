package org.millrace.crm;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A campaign for items was planned. */
@EventType("crm.campaign-planned")
public record CampaignPlanned(EventHead head, Campaign campaign) implements DomainEvent {}
