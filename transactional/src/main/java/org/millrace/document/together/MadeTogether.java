package org.millrace.document.together;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the verb that records a document: many documents of a file may be made together. It may
 * read masters and whatever documents that are made beside it do not change, writes by the stores
 * of documents and publishes events alone; what handlers of these do it does not ask for.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface MadeTogether {}
