/** Counter-example: a module that may be imported by none below. Read {@link Tower}. */
package example.ladder.upper;
