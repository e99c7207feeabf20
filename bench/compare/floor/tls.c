/* TLS for the floor: OpenSSL straight on the socket, as few records as fit. */
#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include "floor.h"

struct tls_context *tls_context(const char *certificate, const char *key)
{
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    if (context == NULL || SSL_CTX_use_certificate_chain_file(context, certificate) != 1
        || SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1) {
        ERR_print_errors_fp(stderr);
        exit(1);
    }
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context, 1); /* One recv for a record's header and body. */
    SSL_CTX_set_num_tickets(context, 0); /* Nobody comes back. */
    return (struct tls_context *)context;
}

struct tls *tls_accept(struct tls_context *context, int socket)
{
    SSL *tls = SSL_new((SSL_CTX *)context);
    if (tls == NULL || SSL_set_fd(tls, socket) != 1) {
        ERR_print_errors_fp(stderr);
        exit(1);
    }
    SSL_set_accept_state(tls);
    return (struct tls *)tls;
}

/* Says by errno what OpenSSL says by its own words. */
static ssize_t outcome(SSL *tls, int result)
{
    switch (SSL_get_error(tls, result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE:
        errno = EAGAIN;
        return -1;
    case SSL_ERROR_ZERO_RETURN:
        return 0;
    default:
        ERR_clear_error();
        errno = EPROTO;
        return -1;
    }
}

ssize_t tls_read(struct tls *tls, char *bytes, size_t length)
{
    int got = SSL_read((SSL *)tls, bytes, (int)length);
    return got > 0 ? got : outcome((SSL *)tls, got);
}

ssize_t tls_write(struct tls *tls, const char *bytes, size_t length)
{
    size_t sent = 0;
    while (sent < length) {
        int part = SSL_write((SSL *)tls, bytes + sent, (int)(length - sent)); /* One record of at most 16 KiB. */
        if (part <= 0)
            return sent > 0 ? (ssize_t)sent : outcome((SSL *)tls, part);
        sent += (size_t)part;
    }
    return (ssize_t)sent;
}

void tls_free(struct tls *tls)
{
    SSL_free((SSL *)tls);
}
