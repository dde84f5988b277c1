/**
 * Opening, moving and closing opportunities.
 *
 * <p>Read {@link org.millrace.crm.opportunity.PursueOpportunity} first.
 */
package org.millrace.crm.opportunity;
