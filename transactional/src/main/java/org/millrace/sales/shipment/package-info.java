/**
 * What is sent to customers: the order in which goods are dispatched, packages, carriers, scans and
 * proofs of delivery.
 *
 * <p>Read {@link org.millrace.sales.shipment.Shipment} first. Imports the base package of sales and
 * its deliveries.
 */
@org.springframework.modulith.NamedInterface("shipment")
package org.millrace.sales.shipment;
