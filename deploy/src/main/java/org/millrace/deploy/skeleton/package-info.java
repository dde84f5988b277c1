/**
 * Skeletons of what is added to a checkout.
 *
 * <p>Read {@link org.millrace.deploy.skeleton.Skeleton} first.
 */
package org.millrace.deploy.skeleton;
