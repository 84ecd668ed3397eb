// SPDX-License-Identifier: MIT
#pragma once

namespace xp::test {

/// What a disk says that fails.
enum class DiskFault { broken, full, read_only };  ///< EIO, ENOSPC, EROFS
enum class FaultLasts { once, on };

/// While one lives, SQLite reaches its files through it: it counts what SQLite asks of the disk, and answers
/// with an error where it is told to. What it gives back (locks, memory, closing) always works. Nothing is
/// synchronised with a real disk. One at a time, one thread.
class FailingSqlite {
 public:
  FailingSqlite();
  ~FailingSqlite();
  FailingSqlite(const FailingSqlite&) = delete;
  FailingSqlite& operator=(const FailingSqlite&) = delete;

  /// The n-th request from now on that such a fault concerns fails; or that and all after it. 0: none.
  void fail(DiskFault fault, int n, FaultLasts lasts);
  void heal();
  /// Requests that the fault concerns, and how many of them failed, since fail().
  int requests() const;
  int failed() const;
};

}  // namespace xp::test
