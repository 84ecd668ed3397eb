// SPDX-License-Identifier: MIT
#include "support/failing_sqlite.h"

#include <sqlite3.h>

#include <cassert>

namespace xp::test {

namespace {

enum class Request { open, remove, exists, path, read, write, truncate, sync, size, lock, map, map_lock };

struct Plan {
  DiskFault fault = DiskFault::broken;
  int first = 0;
  FaultLasts lasts = FaultLasts::once;
  int requests = 0, failed = 0;
};

sqlite3_vfs* real = nullptr;
Plan plan;

/// What SQLite's own layer says for EIO there.
int io_error_of(Request request) {
  switch (request) {
    case Request::open:
    case Request::path:
      return SQLITE_CANTOPEN;
    case Request::remove:
      return SQLITE_IOERR_DELETE;
    case Request::exists:
      return SQLITE_IOERR_ACCESS;
    case Request::read:
      return SQLITE_IOERR_READ;
    case Request::write:
      return SQLITE_IOERR_WRITE;
    case Request::truncate:
      return SQLITE_IOERR_TRUNCATE;
    case Request::sync:
      return SQLITE_IOERR_FSYNC;
    case Request::size:
      return SQLITE_IOERR_FSTAT;
    case Request::lock:
      return SQLITE_IOERR_LOCK;
    case Request::map:
      return SQLITE_IOERR_SHMMAP;
    case Request::map_lock:
      return SQLITE_IOERR_SHMLOCK;
  }
  return SQLITE_IOERR;
}

bool concerns(DiskFault fault, Request request) {
  if (fault == DiskFault::broken) return true;
  const bool grows = request == Request::open || request == Request::write || request == Request::map;
  return fault == DiskFault::full ? grows
                                  : grows || request == Request::truncate || request == Request::remove;
}

/// SQLITE_OK, or what the request fails with.
int answer(Request request) {
  if (!concerns(plan.fault, request)) return SQLITE_OK;
  ++plan.requests;
  const bool due = plan.first > 0 &&
                   (plan.lasts == FaultLasts::on ? plan.requests >= plan.first : plan.requests == plan.first);
  if (!due) return SQLITE_OK;
  ++plan.failed;
  if (request == Request::write && plan.fault == DiskFault::full) return SQLITE_FULL;
  if (request == Request::write && plan.fault == DiskFault::read_only) return SQLITE_READONLY;
  return io_error_of(request);
}

/// SQLite's file, with the real one behind it in memory.
struct File {
  sqlite3_file base;
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};
sqlite3_file* real_of(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real(); }
const sqlite3_io_methods& methods_of(sqlite3_file* file) { return *real_of(file)->pMethods; }

/// The real one's method behind the answer.
template <auto method, Request request, class... Arguments>
int asked(sqlite3_file* file, Arguments... arguments) {
  if (const int code = answer(request)) return code;
  return (methods_of(file).*method)(real_of(file), arguments...);
}
template <auto method, class... Arguments>
int passed_on(sqlite3_file* file, Arguments... arguments) {
  return (methods_of(file).*method)(real_of(file), arguments...);
}

/// A full disk takes a part of it.
int write(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
  const int code = answer(Request::write);
  if (code == SQLITE_OK) return methods_of(file).xWrite(real_of(file), bytes, count, at);
  if (code == SQLITE_FULL) methods_of(file).xWrite(real_of(file), bytes, count / 2, at);
  return code;
}
int sync(sqlite3_file*, int) { return answer(Request::sync); }
int map_lock(sqlite3_file* file, int offset, int count, int flags) {
  if (const int code = flags & SQLITE_SHM_LOCK ? answer(Request::map_lock) : SQLITE_OK) return code;
  return methods_of(file).xShmLock(real_of(file), offset, count, flags);
}
void map_barrier(sqlite3_file* file) { methods_of(file).xShmBarrier(real_of(file)); }

using M = sqlite3_io_methods;
const sqlite3_io_methods kMethods{
    .iVersion = 2,  // no mapped database: each read is a request
    .xClose = passed_on<&M::xClose>,
    .xRead = asked<&M::xRead, Request::read>,
    .xWrite = write,
    .xTruncate = asked<&M::xTruncate, Request::truncate>,
    .xSync = sync,
    .xFileSize = asked<&M::xFileSize, Request::size>,
    .xLock = asked<&M::xLock, Request::lock>,
    .xUnlock = passed_on<&M::xUnlock>,
    .xCheckReservedLock = asked<&M::xCheckReservedLock, Request::lock>,
    .xFileControl = passed_on<&M::xFileControl>,
    .xSectorSize = passed_on<&M::xSectorSize>,
    .xDeviceCharacteristics = passed_on<&M::xDeviceCharacteristics>,
    .xShmMap = asked<&M::xShmMap, Request::map>,
    .xShmLock = map_lock,
    .xShmBarrier = map_barrier,
    .xShmUnmap = passed_on<&M::xShmUnmap>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

/// Where nothing can be written, what is there can still be opened to read.
int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* opened) {
  file->pMethods = nullptr;
  if (const int code = answer(Request::open)) {
    if (plan.fault != DiskFault::read_only || !name) return code;
    flags = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
  }
  const int code = real->xOpen(real, name, real_of(file), flags, opened);
  if (real_of(file)->pMethods) file->pMethods = &kMethods;
  return code;
}
int remove(sqlite3_vfs*, const char* name, int sync_directory) {
  if (const int code = answer(Request::remove)) return code;
  return real->xDelete(real, name, sync_directory);
}
int exists(sqlite3_vfs*, const char* name, int flags, int* out) {
  if (const int code = answer(Request::exists)) return code;
  return real->xAccess(real, name, flags, out);
}
int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
  if (const int code = answer(Request::path)) return code;
  return real->xFullPathname(real, name, size, out);
}

sqlite3_vfs failing;

}  // namespace

FailingSqlite::FailingSqlite() {
  assert(!real);
  real = sqlite3_vfs_find(nullptr);
  failing = *real;
  failing.zName = "failing";
  failing.pNext = nullptr;
  failing.szOsFile = static_cast<int>(sizeof(File)) + real->szOsFile;
  failing.xOpen = open;
  failing.xDelete = remove;
  failing.xAccess = exists;
  failing.xFullPathname = full_path;
  sqlite3_vfs_register(&failing, 1);
  heal();
}

FailingSqlite::~FailingSqlite() {
  sqlite3_vfs_unregister(&failing);
  sqlite3_vfs_register(real, 1);
  real = nullptr;
}

void FailingSqlite::fail(DiskFault fault, int n, FaultLasts lasts) { plan = {fault, n, lasts}; }
void FailingSqlite::heal() { plan.first = 0; }
int FailingSqlite::requests() const { return plan.requests; }
int FailingSqlite::failed() const { return plan.failed; }

}  // namespace xp::test
