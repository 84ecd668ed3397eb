// SPDX-License-Identifier: MIT
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include <cerrno>
#include <initializer_list>

#include "media/decode/decoder.h"

namespace xp::media {
namespace {

bool limit(__rlimit_resource resource, rlim_t most) {
  const rlimit value{most, most};
  return setrlimit(resource, &value) == 0;
}

bool allow_memory_and_exit(scmp_filter_ctx filter) {
  const int calls[] = {SCMP_SYS(read),  SCMP_SYS(write),        SCMP_SYS(munmap),   SCMP_SYS(mremap),
                       SCMP_SYS(brk),   SCMP_SYS(exit),         SCMP_SYS(madvise),  SCMP_SYS(exit_group),
                       SCMP_SYS(futex), SCMP_SYS(rt_sigreturn), SCMP_SYS(getrandom)};
  for (const int call : calls) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) != 0) return false;
  }
  // Memory, but never code.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mprotect)}) {
    if (seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) != 0)
      return false;
  }
  // Libraries look for processor features in /proc on some machines and manage without.
  return seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 0) == 0 &&
         seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(open), 0) == 0;
}

}  // namespace

bool confine() {
  const bool limited = limit(RLIMIT_AS, rlim_t{512} << 20) && limit(RLIMIT_CPU, 2) &&
                       limit(RLIMIT_NOFILE, 0) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0);
  if (!limited || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  const scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  return filter && allow_memory_and_exit(filter) && seccomp_load(filter) == 0;
}

}  // namespace xp::media
