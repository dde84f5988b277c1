package org.millrace.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A question whose answer the kernel of documents narrows to those that the caller made, so that it
 * is open as well to who holds {@code sales.own} in the place of {@code sales.read}. What is not
 * marked stays closed to them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsOwnRows {}
