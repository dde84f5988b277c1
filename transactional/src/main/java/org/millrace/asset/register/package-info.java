/**
 * Acquiring assets, depreciating, changing and disposing of them.
 *
 * <p>Read {@link org.millrace.asset.register.KeepAssets} first.
 */
package org.millrace.asset.register;
