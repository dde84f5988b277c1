/**
 * What a fixed asset loses in value and when, worked out from its terms alone.
 *
 * <p>Read {@link org.millrace.asset.depreciation.DepreciationPlan} first. Imports shared only.
 */
package org.millrace.asset.depreciation;
