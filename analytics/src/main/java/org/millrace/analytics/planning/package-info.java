/**
 * The plan of a company: what to buy and make, from what lies there, is ordered, is on its way and
 * is forecast; stored by version.
 *
 * <p>Read {@link org.millrace.analytics.planning.PlanMaking} first; facts are {@link
 * org.millrace.analytics.planning.CompanyFacts}, the result is {@link
 * org.millrace.analytics.planning.MadePlan}. Only {@code PlanJob} and its rows may import Spark.
 */
package org.millrace.analytics.planning;
