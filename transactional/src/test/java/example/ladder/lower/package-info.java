/** Counter-example: a module that imports one above it. Read {@link Base}. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package example.ladder.lower;
