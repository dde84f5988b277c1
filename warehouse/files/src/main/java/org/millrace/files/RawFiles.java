package org.millrace.files;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The files of this machine. Without its native library Hadoop starts a process for each permission
 * that it sets and for each link that it looks for: twelve for one commit of a table.
 */
public final class RawFiles extends RawLocalFileSystem {

  @Override
  public void setPermission(Path path, FsPermission permission) throws IOException {
    java.nio.file.Path file = pathToFile(path).toPath();
    boolean isPosix = Files.getFileStore(file).supportsFileAttributeView("posix");
    if (isPosix && !permission.getStickyBit()) {
      Files.setPosixFilePermissions(file, bits(permission));
    } else {
      super.setPermission(path, permission);
    }
  }

  /** Hadoop gives {@code readlink} an address, not a path, so it never finds a link. */
  @Override
  public FileStatus getFileLinkStatus(Path path) throws IOException {
    return getFileStatus(path);
  }

  private static Set<PosixFilePermission> bits(FsPermission permission) {
    int bits = permission.toShort();
    PosixFilePermission[] all = PosixFilePermission.values(); // from OWNER_READ to OTHERS_EXECUTE
    return Arrays.stream(all)
        .filter(each -> (bits & (0400 >> each.ordinal())) != 0)
        .collect(toUnmodifiableSet());
  }
}
