/* The floor of the bench: the least a program can do that looks at every byte of a journal once.
 *
 * It reads the file in blocks, counts the lines and adds up every run of digits as a number. It
 * knows no form, keeps nothing and checks nothing; what heqi takes beyond it is what reading,
 * checking and booking cost. */
#include <fcntl.h>
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#define BLOCK_BYTES ((size_t)1 << 18)

struct tally {
    uint64_t bytes, lines, sum;
    uint64_t number; /* the run of digits being read, which may cross a block */
};

static void tally_block(struct tally *t, const unsigned char *block, size_t size)
{
    uint64_t number = t->number, sum = t->sum, lines = t->lines;
    for (size_t i = 0; i < size; i++) {
        unsigned digit = (unsigned)block[i] - '0';
        if (digit < 10) {
            number = number * 10 + digit;
        } else if (block[i] != ',') {
            sum += number;
            number = 0;
            lines += block[i] == '\n';
        }
    }
    *t = (struct tally){t->bytes + size, lines, sum, number};
}

int main(int argc, char **argv)
{
    static unsigned char block[BLOCK_BYTES];
    int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0) {
        (void)fputs("usage: reader FILE\n", stderr);
        return 2;
    }
    struct tally t = {0};
    ssize_t size;
    while ((size = read(file, block, sizeof block)) > 0) tally_block(&t, block, (size_t)size);
    (void)close(file);
    if (size < 0) {
        perror(argv[1]);
        return 3;
    }
    (void)printf("%" PRIu64 " bytes, %" PRIu64 " lines, digits add up to %" PRIu64 "\n", t.bytes,
                 t.lines, t.sum + t.number);
    return 0;
}
