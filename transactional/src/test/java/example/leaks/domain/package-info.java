/** Counter-examples: what a domain class must not do. Read {@link LeakyDomain}. */
package example.leaks.domain;
