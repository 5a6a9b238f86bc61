#include "CMartletCurl.h"

#include <dlfcn.h>
#include <pthread.h>

// libcurl's own types, as far as they are looked into. Their beginnings never change.

struct version_info {
    int age;
    const char *version;
    unsigned int version_number;
};

struct message {
    int kind;
    void *easy;
    union {
        void *whatever;
        int result;
    } data;
};

static struct {
    int (*global_init)(long);
    struct version_info *(*version_info)(int);
    void *(*easy_init)(void);
    void (*easy_reset)(void *);
    void (*easy_cleanup)(void *);
    int (*easy_pause)(void *, int);
    const char *(*easy_strerror)(int);
    int (*easy_setopt)(void *, int, ...);
    int (*easy_getinfo)(void *, int, ...);
    void *(*slist_append)(void *, const char *);
    void (*slist_free_all)(void *);
    void *(*multi_init)(void);
    int (*multi_cleanup)(void *);
    int (*multi_add_handle)(void *, void *);
    int (*multi_remove_handle)(void *, void *);
    int (*multi_perform)(void *, int *);
    int (*multi_poll)(void *, void *, unsigned int, int, int *);
    int (*multi_socket_action)(void *, int, int, int *);
    int (*multi_assign)(void *, int, void *);
    int (*multi_setopt)(void *, int, ...);
    struct message *(*multi_info_read)(void *, int *);
} curl;

static unsigned int loaded_version = 0;

static bool find(void *library, const char *name, void *function) {
    void *symbol = dlsym(library, name);
    *(void **)function = symbol;
    return symbol != NULL;
}

static void load(void) {
    static const char *const names[] = {
        "libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib", "/usr/lib/libcurl.4.dylib",
    };
    void *library = NULL;
    for (size_t i = 0; library == NULL && i < sizeof names / sizeof *names; i++) {
        library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    }
    if (library == NULL) return;
    bool is_complete =
        find(library, "curl_global_init", &curl.global_init) &&
        find(library, "curl_version_info", &curl.version_info) && find(library, "curl_easy_init", &curl.easy_init) &&
        find(library, "curl_easy_reset", &curl.easy_reset) &&
        find(library, "curl_easy_cleanup", &curl.easy_cleanup) &&
        find(library, "curl_easy_pause", &curl.easy_pause) &&
        find(library, "curl_easy_strerror", &curl.easy_strerror) &&
        find(library, "curl_easy_setopt", &curl.easy_setopt) &&
        find(library, "curl_easy_getinfo", &curl.easy_getinfo) &&
        find(library, "curl_slist_append", &curl.slist_append) &&
        find(library, "curl_slist_free_all", &curl.slist_free_all) &&
        find(library, "curl_multi_init", &curl.multi_init) &&
        find(library, "curl_multi_cleanup", &curl.multi_cleanup) &&
        find(library, "curl_multi_add_handle", &curl.multi_add_handle) &&
        find(library, "curl_multi_remove_handle", &curl.multi_remove_handle) &&
        find(library, "curl_multi_perform", &curl.multi_perform) &&
        find(library, "curl_multi_poll", &curl.multi_poll) &&
        find(library, "curl_multi_socket_action", &curl.multi_socket_action) &&
        find(library, "curl_multi_assign", &curl.multi_assign) &&
        find(library, "curl_multi_setopt", &curl.multi_setopt) &&
        find(library, "curl_multi_info_read", &curl.multi_info_read);
    // 3 is CURL_GLOBAL_ALL, 0 is CURLVERSION_FIRST.
    if (!is_complete || curl.global_init(3) != 0) return;
    loaded_version = curl.version_info(0)->version_number;
}

bool martlet_curl_load(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, load);
    return loaded_version >= 0x074400;
}

unsigned int martlet_curl_version(void) { return martlet_curl_load() ? loaded_version : 0; }

void *martlet_curl_easy_init(void) { return curl.easy_init(); }
void martlet_curl_easy_reset(void *easy) { curl.easy_reset(easy); }
void martlet_curl_easy_cleanup(void *easy) { curl.easy_cleanup(easy); }
int martlet_curl_easy_pause(void *easy, int bitmask) { return curl.easy_pause(easy, bitmask); }
const char *martlet_curl_easy_strerror(int code) { return curl.easy_strerror(code); }

int martlet_curl_set_long(void *easy, int option, long value) { return curl.easy_setopt(easy, option, value); }
int martlet_curl_set_offset(void *easy, int option, int64_t value) { return curl.easy_setopt(easy, option, value); }
int martlet_curl_set_text(void *easy, int option, const char *value) { return curl.easy_setopt(easy, option, value); }
int martlet_curl_set_pointer(void *easy, int option, void *value) { return curl.easy_setopt(easy, option, value); }
int martlet_curl_set_data_callback(void *easy, int option, martlet_curl_data_callback value) {
    return curl.easy_setopt(easy, option, value);
}
int martlet_curl_set_seek_callback(void *easy, int option, martlet_curl_seek_callback value) {
    return curl.easy_setopt(easy, option, value);
}
int martlet_curl_set_prereq_callback(void *easy, int option, martlet_curl_prereq_callback value) {
    return curl.easy_setopt(easy, option, value);
}
int martlet_curl_get_long(void *easy, int info, long *value) { return curl.easy_getinfo(easy, info, value); }

void *martlet_curl_slist_append(void *list, const char *text) { return curl.slist_append(list, text); }
void martlet_curl_slist_free_all(void *list) { curl.slist_free_all(list); }

void *martlet_curl_multi_init(void) { return curl.multi_init(); }
int martlet_curl_multi_cleanup(void *multi) { return curl.multi_cleanup(multi); }
int martlet_curl_multi_add_handle(void *multi, void *easy) { return curl.multi_add_handle(multi, easy); }
int martlet_curl_multi_remove_handle(void *multi, void *easy) { return curl.multi_remove_handle(multi, easy); }
int martlet_curl_multi_perform(void *multi) {
    int running;
    return curl.multi_perform(multi, &running);
}
int martlet_curl_multi_poll(void *multi, int timeout_ms) {
    return curl.multi_poll(multi, NULL, 0, timeout_ms, NULL);
}
int martlet_curl_multi_socket_action(void *multi, int socket, int events) {
    int running;
    return curl.multi_socket_action(multi, socket, events, &running);
}
int martlet_curl_multi_assign(void *multi, int socket, void *value) {
    return curl.multi_assign(multi, socket, value);
}
int martlet_curl_multi_set_long(void *multi, int option, long value) {
    return curl.multi_setopt(multi, option, value);
}
int martlet_curl_multi_set_pointer(void *multi, int option, void *value) {
    return curl.multi_setopt(multi, option, value);
}
int martlet_curl_multi_set_socket_callback(void *multi, martlet_curl_socket_callback value) {
    return curl.multi_setopt(multi, 20001, value);  // CURLMOPT_SOCKETFUNCTION
}
int martlet_curl_multi_set_timer_callback(void *multi, martlet_curl_timer_callback value) {
    return curl.multi_setopt(multi, 20004, value);  // CURLMOPT_TIMERFUNCTION
}

void *martlet_curl_multi_next_done(void *multi, int *result) {
    int left;
    struct message *message = curl.multi_info_read(multi, &left);
    // 1 is CURLMSG_DONE, the only kind there is.
    while (message != NULL && message->kind != 1) message = curl.multi_info_read(multi, &left);
    if (message == NULL) return NULL;
    *result = message->data.result;
    return message->easy;
}
