package example.ladder.upper;

/** Stands above the base. */
public class Tower {}
