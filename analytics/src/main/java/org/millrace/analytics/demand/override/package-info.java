/**
 * What planners put in the place of forecasts: which overrides stand, and what each of them did to
 * the error once its week is over. Read {@link
 * org.millrace.analytics.demand.override.StandingOverridesJobRows} first. Imports the signals, the
 * schedule and the warehouse.
 */
package org.millrace.analytics.demand.override;
