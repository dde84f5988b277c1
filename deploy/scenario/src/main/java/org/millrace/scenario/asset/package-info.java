/**
 * What scenarios say of fixed assets: how they are depreciated, and what is expected of them.
 *
 * <p>Read {@link org.millrace.scenario.asset.AssetExpectations} first.
 */
package org.millrace.scenario.asset;
