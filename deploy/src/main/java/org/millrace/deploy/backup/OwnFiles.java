package org.millrace.deploy.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that only their owner may read, and trees whose files may vanish while they are read. */
final class OwnFiles {

  private static final FileAttribute<?> FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<?> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final int BUFFER = 1 << 17;

  private OwnFiles() {}

  static void folders(Path folder) throws IOException {
    Files.createDirectories(folder, FOLDER);
  }

  /** Makes the folder that a file is to lie in. */
  static void folderOf(Path file) throws IOException {
    folders(requireNonNull(file.getParent(), () -> file + " lies in no folder"));
  }

  static void write(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file, FILE);
    Files.writeString(file, text);
  }

  /** The hash of what was copied; empty when the source is gone. */
  static Optional<String> copy(Path from, Path to, Tally tally) throws IOException {
    folderOf(to);
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(from)) {
      Files.deleteIfExists(to);
      Files.createFile(to, FILE);
      try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.WRITE)) {
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
          out.write(buffer, 0, read);
          tally.add(read);
        }
      }
    } catch (NoSuchFileException gone) {
      if (gone.getFile().equals(from.toString())) {
        return Optional.empty();
      }
      throw gone;
    }
    tally.addFile();
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  static Optional<String> hash(Path file, Tally tally) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        tally.add(read);
      }
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    }
    tally.addFile();
    return Optional.of(HexFormat.of().formatHex(digest.digest()));
  }

  /** What lies below a folder now, in order of names; links are not followed. */
  record Tree(List<Path> folders, List<Path> files) {}

  static Tree tree(Path root) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            folders.add(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException failed)
              throws IOException {
            if (failed == null || failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
    folders.sort(null);
    files.sort(null);
    return new Tree(folders, files);
  }

  /** Deletes a tree that nobody writes into any more. */
  static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (Stream<Path> found = Files.walk(root)) {
        for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  /** Has the file system write down what it holds in memory. */
  static void sync(Path folder) throws IOException {
    try {
      new ProcessBuilder("sync", "-f", folder.toString()).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + folder + " was written down", e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
