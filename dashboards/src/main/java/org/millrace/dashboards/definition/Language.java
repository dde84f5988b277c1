package org.millrace.dashboards.definition;

/** The languages a label is written in. */
public enum Language {
  EN,
  ZH
}
