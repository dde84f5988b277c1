package example.leaks.domain;

/** Breaks a rule: an adapter that everybody may use. */
public class OpenJdbc {}
