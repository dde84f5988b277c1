/**
 * Fixed assets: what they cost, what they lose by depreciation in each book, until they are
 * disposed of.
 *
 * <p>Read {@link org.millrace.asset.depreciation.DepreciationPlan} for the calculation. Imports
 * shared, the foundation and party.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::number",
      "party"
    })
package org.millrace.asset;
