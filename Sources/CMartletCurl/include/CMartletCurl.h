// The part of libcurl that MartletCurl uses. The library is loaded when it is first needed, so that neither its headers
// nor the library itself have to be there to build and link. Everything declared here is in libcurl's ABI since 7.68.0
// (January 2020), but for options that later versions know and earlier ones refuse.
//
// C and not Swift, for `curl_easy_setopt` and its like take a variable number of arguments, which Swift cannot pass
// through a pointer to a function.

#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "Poller.h"

/// Loads libcurl, once. Whether that worked and the library is new enough.
bool martlet_curl_load(void);

/// The version of the loaded library, as 0x075800 for 7.88.0; 0 when none could be loaded.
unsigned int martlet_curl_version(void);

// The functions below must not be called unless `martlet_curl_load` has returned true. They do what those of the same
// name in libcurl do; the handles are `CURL *`, `CURLM *` and `struct curl_slist *`.

typedef size_t (*martlet_curl_data_callback)(char *_Nonnull, size_t, size_t, void *_Nonnull);
typedef int (*martlet_curl_seek_callback)(void *_Nonnull, int64_t, int);
typedef int (*martlet_curl_prereq_callback)(void *_Nonnull, char *_Nullable, char *_Nullable, int, int);

void *_Nullable martlet_curl_easy_init(void);
void martlet_curl_easy_reset(void *_Nonnull easy);
void martlet_curl_easy_cleanup(void *_Nonnull easy);
int martlet_curl_easy_pause(void *_Nonnull easy, int bitmask);
const char *_Nonnull martlet_curl_easy_strerror(int code);
int martlet_curl_set_long(void *_Nonnull easy, int option, long value);
int martlet_curl_set_offset(void *_Nonnull easy, int option, int64_t value);
int martlet_curl_set_text(void *_Nonnull easy, int option, const char *_Nullable value);
int martlet_curl_set_pointer(void *_Nonnull easy, int option, void *_Nullable value);
int martlet_curl_set_data_callback(void *_Nonnull easy, int option, martlet_curl_data_callback _Nonnull value);
int martlet_curl_set_seek_callback(void *_Nonnull easy, int option, martlet_curl_seek_callback _Nonnull value);
int martlet_curl_set_prereq_callback(void *_Nonnull easy, int option, martlet_curl_prereq_callback _Nonnull value);
int martlet_curl_get_long(void *_Nonnull easy, int info, long *_Nonnull value);

void *_Nullable martlet_curl_slist_append(void *_Nullable list, const char *_Nonnull text);
void martlet_curl_slist_free_all(void *_Nullable list);

void *_Nullable martlet_curl_multi_init(void);
int martlet_curl_multi_cleanup(void *_Nonnull multi);
int martlet_curl_multi_add_handle(void *_Nonnull multi, void *_Nonnull easy);
int martlet_curl_multi_remove_handle(void *_Nonnull multi, void *_Nonnull easy);
int martlet_curl_multi_perform(void *_Nonnull multi);
int martlet_curl_multi_poll(void *_Nonnull multi, int timeout_ms);
int martlet_curl_multi_socket_action(void *_Nonnull multi, int socket, int events);
int martlet_curl_multi_assign(void *_Nonnull multi, int socket, void *_Nullable value);
int martlet_curl_multi_set_long(void *_Nonnull multi, int option, long value);
int martlet_curl_multi_set_pointer(void *_Nonnull multi, int option, void *_Nullable value);

typedef int (*martlet_curl_socket_callback)(
    void *_Nonnull easy, int socket, int what, void *_Nonnull context, void *_Nullable assigned);
typedef int (*martlet_curl_timer_callback)(void *_Nonnull multi, long timeout_ms, void *_Nonnull context);

int martlet_curl_multi_set_socket_callback(void *_Nonnull multi, martlet_curl_socket_callback _Nonnull value);
int martlet_curl_multi_set_timer_callback(void *_Nonnull multi, martlet_curl_timer_callback _Nonnull value);

/// The next transfer that has ended, and its result; NULL when there is none left.
void *_Nullable martlet_curl_multi_next_done(void *_Nonnull multi, int *_Nonnull result);
