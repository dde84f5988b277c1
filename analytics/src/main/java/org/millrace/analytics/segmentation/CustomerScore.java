package org.millrace.analytics.segmentation;

/** One customer's place: behaviour, scores and segment, in the currency of the population. */
public record CustomerScore(
    Customer customer, String currency, Behaviour behaviour, Scores scores, Segment segment) {}
