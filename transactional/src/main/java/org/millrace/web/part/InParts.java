package org.millrace.web.part;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that is carried out in {@link Parts}, each in a transaction of its own. Sent again with
 * the same key while it was not answered, it does what is missing; once answered, the answer is
 * given again.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InParts {}
