/* A disk that fails on command: preloaded, it counts what a process does to the files of one folder
   and lets the N-th deed fail, alone or with all that follow.

   Deeds are calls that change something: write, sync, truncate, make, rename, link, remove. With
   ENOENT the folder has vanished: then what goes by a name fails, and what is open goes on. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char folder[4096];
static int armed, code, first, sticky, count, hits, kept;

void faults_arm(const char *path, int error, int from, int all_later)
{
    snprintf(folder, sizeof folder, "%s", path);
    code = error, first = from, sticky = all_later;
    count = hits = kept = 0;
    armed = 1;
}

void faults_disarm(void) { armed = 0; }
int faults_count(void) { return count; } /* deeds seen */
int faults_hits(void) { return hits; }   /* deeds that failed */
int faults_kept(void) { return kept; }   /* removals that failed: something may be left behind */

static int under(const char *path)
{
    size_t length = strlen(folder);
    return path && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static int deed(void)
{
    count++;
    if (count == first || (first && sticky && count > first)) {
        hits++;
        errno = code;
        return 1;
    }
    return 0;
}

static int fails_at(const char *path) { return armed && under(path) && deed(); }

static int fails_on(int file)
{
    char link[64], path[4096];
    if (!armed || code == ENOENT)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return under(path) && deed();
}

static int fails_removing(const char *path)
{
    if (code == ENOSPC || !fails_at(path)) /* a full disk lets one remove */
        return 0;
    kept++;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define ON_FILE(type, name, file, declared, given)              \
    type name declared { return fails_on(file) ? -1 : REAL(name) given; }
#define AT_PATH(name, path, declared, given)                    \
    int name declared { return fails_at(path) ? -1 : REAL(name) given; }

ON_FILE(ssize_t, write, f, (int f, const void *b, size_t n), (f, b, n))
ON_FILE(ssize_t, pwrite, f, (int f, const void *b, size_t n, off_t o), (f, b, n, o))
ON_FILE(ssize_t, pwrite64, f, (int f, const void *b, size_t n, off64_t o), (f, b, n, o))
ON_FILE(int, fsync, f, (int f), (f))
ON_FILE(int, fdatasync, f, (int f), (f))
ON_FILE(int, ftruncate, f, (int f, off_t n), (f, n))
ON_FILE(int, ftruncate64, f, (int f, off64_t n), (f, n))
AT_PATH(rename, to, (const char *from, const char *to), (from, to))
AT_PATH(link, to, (const char *from, const char *to), (from, to))
AT_PATH(mkdir, path, (const char *path, mode_t mode), (path, mode))

int unlink(const char *path) { return fails_removing(path) ? -1 : REAL(unlink)(path); }

static int changes(int flags)
{
    return code == ENOENT || flags & O_CREAT || (code != ENOSPC && (flags & O_ACCMODE) != O_RDONLY);
}

#define OPENING(name, declared, given)                          \
    int name declared                                           \
    {                                                           \
        mode_t mode = 0;                                        \
        if (flags & O_CREAT) {                                  \
            va_list more;                                       \
            va_start(more, flags);                              \
            mode = va_arg(more, mode_t);                        \
            va_end(more);                                       \
        }                                                       \
        return changes(flags) && fails_at(path) ? -1 : REAL(name) given; \
    }

OPENING(open, (const char *path, int flags, ...), (path, flags, mode))
OPENING(open64, (const char *path, int flags, ...), (path, flags, mode))
OPENING(openat, (int at, const char *path, int flags, ...), (at, path, flags, mode))
OPENING(openat64, (int at, const char *path, int flags, ...), (at, path, flags, mode))
