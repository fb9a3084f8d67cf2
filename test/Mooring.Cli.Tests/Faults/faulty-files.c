// Loaded into the program with LD_PRELOAD: one of its calls that change files below FAULTY_ROOT fails, or kills it.
//
// FAULTY_AT      which call, from 1
// FAULTY_HOW     "fails": there is no space left; "kills-before", "kills-after"
// FAULTY_CALLS   "renames", or "all"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

// Whether this call fails. Node.js, which the program starts, is left alone.
static int is_faulty(const char *path, int is_rename) {
  const char *root = getenv("FAULTY_ROOT"), *which = getenv("FAULTY_CALLS");
  if (!root || !which || !path || strcmp(program_invocation_short_name, "dotnet") != 0) return 0;
  char absolute[8192];
  if (path[0] != '/') {
    char here[4096];
    if (!getcwd(here, sizeof here)) return 0;
    snprintf(absolute, sizeof absolute, "%s/%s", here, path);
    path = absolute;
  }
  if (strncmp(path, root, strlen(root)) != 0 || (!is_rename && strcmp(which, "all") != 0)) return 0;
  return __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST) == atoi(getenv("FAULTY_AT"));
}

static int is_faulty_file(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_faulty(path, 0);
}

static int how(const char *what) { return strcmp(getenv("FAULTY_HOW"), what) == 0; }

#define REAL(name) ((__typeof__(&name))dlvsym_next(#name))
#define FAULTY(faulty, type, call)                        \
  do {                                                    \
    int now = (faulty);                                   \
    if (now && how("fails")) { errno = ENOSPC; return -1; } \
    if (now && how("kills-before")) kill(getpid(), SIGKILL); \
    type result = (call);                                 \
    if (now && how("kills-after")) kill(getpid(), SIGKILL); \
    return result;                                        \
  } while (0)

static void *real_dlsym(void *handle, const char *name) {
  static void *(*real)(void *, const char *);
  const char *versions[] = {"GLIBC_2.34", "GLIBC_2.17", "GLIBC_2.2.5", NULL};
  for (int i = 0; !real && versions[i]; i++) real = dlvsym(RTLD_NEXT, "dlsym", versions[i]);
  return real(handle, name);
}

static void *dlvsym_next(const char *name) { return real_dlsym(RTLD_NEXT, name); }

int rename(const char *from, const char *to) { FAULTY(is_faulty(to, 1), int, REAL(rename)(from, to)); }
int mkdir(const char *path, mode_t mode) { FAULTY(is_faulty(path, 0), int, REAL(mkdir)(path, mode)); }
int unlink(const char *path) { FAULTY(is_faulty(path, 0), int, REAL(unlink)(path)); }
int rmdir(const char *path) { FAULTY(is_faulty(path, 0), int, REAL(rmdir)(path)); }
int fsync(int file) { FAULTY(is_faulty_file(file), int, REAL(fsync)(file)); }
ssize_t write(int file, const void *data, size_t size) { FAULTY(is_faulty_file(file), ssize_t, REAL(write)(file, data, size)); }
ssize_t pwrite(int file, const void *data, size_t size, off_t at) { FAULTY(is_faulty_file(file), ssize_t, REAL(pwrite)(file, data, size, at)); }
ssize_t pwrite64(int file, const void *data, size_t size, off64_t at) { FAULTY(is_faulty_file(file), ssize_t, REAL(pwrite64)(file, data, size, at)); }

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  FAULTY(flags & O_CREAT && is_faulty(path, 0), int, REAL(open)(path, flags, mode));
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  FAULTY(flags & O_CREAT && is_faulty(path, 0), int, REAL(open64)(path, flags, mode));
}

// .NET looks functions up in libc by a handle, past LD_PRELOAD.
void *dlsym(void *handle, const char *name) { return strcmp(name, "rename") == 0 ? (void *)rename : real_dlsym(handle, name); }
