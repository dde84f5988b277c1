/**
 * Words every domain uses: money, quantity, period, codes, events, refusals.
 *
 * <p>Read {@link org.millrace.shared.Money} and {@link org.millrace.shared.DomainEvent} first.
 * Plain Java: imports nothing of ours and no framework.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.millrace.shared;
