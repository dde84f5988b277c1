package org.millrace.deploy.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;

/** Generated passwords and keys, one file each, readable by their owner alone. */
public record Secrets(Path folder) {

  private static final List<String> NAMES =
      List.of(
          "admin.password",
          "operator.password",
          "planning.password",
          "second-factor.key",
          "warehouse.token",
          "postgres.password",
          "core.password",
          "core_owner.password",
          "ingestion.password",
          "warehouse.password",
          "reader.password");

  /** Tokens were signed with it before they became rows of the core's database. */
  private static final String RETIRED = "token.key";

  /** Makes what is missing; never replaces a secret that stands. */
  public void generateMissing() {
    SecureRandom random = new SecureRandom();
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      Files.deleteIfExists(file(RETIRED));
      for (String name : NAMES) {
        Path file = file(name);
        if (!Files.exists(file)) {
          byte[] bytes = new byte[18];
          random.nextBytes(bytes);
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(
                  EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)));
          Files.writeString(file, Base64.getUrlEncoder().encodeToString(bytes) + "\n");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the secrets in " + folder, e);
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /** The secret itself; refuses with a hint when this instance was never started. */
  public String read(String name) {
    try {
      return Files.readString(file(name)).strip();
    } catch (IOException e) {
      throw new Refusal("There is no secret " + file(name) + ". Start Millrace: ./millrace up");
    }
  }
}
