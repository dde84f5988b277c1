/**
 * What happens at Millrace Bicycles, decided from a seed and a first day alone, and worded as
 * commands of the core's API.
 *
 * <p>Read {@link org.millrace.demo.business.BusinessYear} first, then {@code Acts}. Sends nothing
 * by itself.
 */
package org.millrace.demo.business;
