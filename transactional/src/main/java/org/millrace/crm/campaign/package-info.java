/**
 * Planning, running and ending campaigns.
 *
 * <p>Read {@link org.millrace.crm.campaign.RunCampaign} first.
 */
package org.millrace.crm.campaign;
