/**
 * What became of lots, over all domains: from whom goods came, what was made of them, who got them.
 *
 * <p>Read {@link org.millrace.chain.recall.LotTrace} first.
 */
package org.millrace.chain.recall;
