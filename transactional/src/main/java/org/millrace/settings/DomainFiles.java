package org.millrace.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** YAML files of the build, in which a domain each tells something of itself. */
public final class DomainFiles {
  private static final String ENDING = ".yaml";

  private DomainFiles() {}

  /**
   * What the files {@code <domain>.yaml} of a folder say, by domain.
   *
   * @param folder on the class path, such as {@code chain}
   */
  public static Map<String, Map<?, ?>> in(String folder) {
    String files = "classpath*:/" + folder + "/*" + ENDING;
    Map<String, Map<?, ?>> byDomain = new TreeMap<>();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
        String name = Objects.requireNonNull(file.getFilename());
        byDomain.put(name.substring(0, name.length() - ENDING.length()), read(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + files, e);
    }
    return byDomain;
  }

  /** What one file on the class path says. */
  public static Map<?, ?> file(String path) {
    try {
      return read(new ClassPathResource(path));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static Map<?, ?> read(Resource file) throws IOException {
    try (InputStream in = file.getInputStream()) {
      LoadSettings settings = LoadSettings.builder().setLabel(file.getDescription()).build();
      return (Map<?, ?>) Objects.requireNonNull(new Load(settings).loadFromInputStream(in));
    }
  }
}
