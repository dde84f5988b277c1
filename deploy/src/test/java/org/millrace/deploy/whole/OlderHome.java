package org.millrace.deploy.whole;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.io.FileUtils;
import org.tukaani.xz.XZInputStream;

/**
 * A home as an older version left it when it went down: database, lake, progress and secrets, made
 * for tests. docs/recipes/administer.md tells how another one is added.
 */
final class OlderHome {
  private static final PosixFilePermission[] OWNERS = {
    PosixFilePermission.OWNER_EXECUTE,
    PosixFilePermission.OWNER_WRITE,
    PosixFilePermission.OWNER_READ
  };

  private OlderHome() {}

  /** Unpacks the one of that day; a program must not be able to read what its owner alone may. */
  static void unpack(String day, Path home) throws IOException {
    FileUtils.deleteDirectory(home.toFile()); // what the last run left
    Path archive = Path.of("src/test/homes", day + ".tar.xz");
    try (InputStream packed = new BufferedInputStream(Files.newInputStream(archive));
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry e = tar.getNextEntry(); e != null; e = tar.getNextEntry()) {
        Path file = home.resolve(e.getName());
        if (e.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(tar, file);
        }
        Files.setPosixFilePermissions(file, ownersOf(e.getMode()));
      }
    }
  }

  private static Set<PosixFilePermission> ownersOf(int mode) {
    Set<PosixFilePermission> owners = EnumSet.noneOf(PosixFilePermission.class);
    for (int bit = 0; bit < OWNERS.length; bit++) {
      if ((mode >> (6 + bit) & 1) == 1) {
        owners.add(OWNERS[bit]);
      }
    }
    return owners;
  }
}
