/*
 * A libnvidia-ml of the tests' own. It answers as NVML 13.3 would for up to four GPUs whose values are set through the fake_*
 * functions; the first GPUs count comes from -DGPUS. Compiled with -DOLD_DRIVER it lacks what drivers of 2019 lack, with -DTHIN
 * nearly everything, with -DSTUB even the functions without which nothing works.
 */
#include <stdatomic.h>
#include <string.h>
#include <stdio.h>
#include <unistd.h>

#define MAX 4
#define SUCCESS 0
#define UNINITIALIZED 1
#define INVALID_ARGUMENT 2
#define NOT_SUPPORTED 3
#define INSUFFICIENT_SIZE 7

/* Questions, as the tests number them. */
enum { TEMP, MEMORY_TEMP, POWER, LIMIT, UTILIZATION, CLOCK, MEMORY, ECC, REASONS, PSTATE, SET_LIMIT, LOCK, RESET, HEALTH, QUESTIONS };

typedef struct { int index; int generation; } Device;
typedef struct { unsigned fieldId, scopeId; long long timestamp, latency; unsigned type; int code; union { unsigned ui; unsigned long long ull; double d; } value; } FieldValue;
typedef struct { unsigned gpu, memory; } Utilization;
typedef struct { unsigned long long total, free, used; } MemoryInfo;
typedef struct { unsigned version; int sensor; int temperature; } TemperatureV;

static Device devices[2][MAX] = {{{0,0},{1,0},{2,0},{3,0}}, {{0,1},{1,1},{2,1},{3,1}}};
static int gpus = GPUS;
static int generation;
static int initial_code;
static atomic_int inits, shutdowns, hanging, hung;
static int codes[MAX][QUESTIONS];
static atomic_int asked[MAX][QUESTIONS];
static unsigned celsius[MAX] = {40, 41, 42, 43};
static unsigned memory_celsius = 50;
static unsigned milliwatts[MAX] = {100000, 101000, 102000, 103000};
static unsigned limits[MAX] = {700000, 700000, 700000, 700000};
static unsigned locked[MAX];
static unsigned actions[MAX];
static unsigned remaps[MAX];
static unsigned long long reasons[MAX];

/* For the tests. */
void fake_gpus(int count) { gpus = count; }
void fake_init_code(int code) { initial_code = code; }
void fake_code(int gpu, int question, int code) { codes[gpu][question] = code; }
void fake_all_codes(int gpu, int code) { for (int q = 0; q < QUESTIONS; q++) codes[gpu][q] = code; }
void fake_celsius(int gpu, int value) { celsius[gpu] = value; }
void fake_reasons(int gpu, long long mask) { reasons[gpu] = mask; }
void fake_health(int gpu, int action, int remap) { actions[gpu] = action; remaps[gpu] = remap; }
void fake_hang(int on) { hanging = on; }
int fake_hung(void) { return hung; }
int fake_inits(void) { return inits; }
int fake_shutdowns(void) { return shutdowns; }
int fake_asked(int gpu, int question) { return asked[gpu][question]; }
int fake_limit(int gpu) { return limits[gpu]; }
int fake_locked(int gpu) { return locked[gpu]; }
/* Handles of before a reset are dead afterwards. */
void fake_reset(int gpu) { generation = 1; fake_all_codes(gpu, SUCCESS); }

static int ask(Device *device, int question) {
    while (hanging) { hung = 1; usleep(1000); }
    hung = 0;
    if (inits - shutdowns != 1) return UNINITIALIZED;
    asked[device->index][question]++;
    if (device->generation != generation && device->index == 1) return 15;
    return codes[device->index][question];
}

const char *nvmlErrorString(int code) { (void) code; return "fake"; }

#ifndef STUB
int nvmlInit_v2(void) {
    while (hanging) { hung = 1; usleep(1000); }
    hung = 0;
    if (initial_code == SUCCESS) inits++;
    return initial_code;
}
int nvmlShutdown(void) { shutdowns++; return SUCCESS; }
int nvmlDeviceGetCount_v2(unsigned *count) { *count = gpus; return inits - shutdowns == 1 ? SUCCESS : UNINITIALIZED; }
int nvmlDeviceGetHandleByIndex_v2(unsigned index, Device **device) {
    if (index >= (unsigned) gpus) return INVALID_ARGUMENT;
    *device = &devices[generation][index];
    return SUCCESS;
}
int nvmlDeviceGetTemperature(Device *device, int sensor, unsigned *value) {
    int code = ask(device, TEMP);
    if (sensor != 0) return INVALID_ARGUMENT;
    if (code == SUCCESS) *value = celsius[device->index];
    return code;
}
#endif

#if !defined(THIN) && !defined(STUB)
static int text(char *to, unsigned length, const char *from) {
    if (strlen(from) + 1 > length) return INSUFFICIENT_SIZE;
    strcpy(to, from);
    return SUCCESS;
}
int nvmlSystemGetDriverVersion(char *version, unsigned length) { return text(version, length, "580.95.05"); }
int nvmlDeviceGetHandleByUUID(const char *uuid, Device **device) {
    for (int i = 0; i < gpus; i++) {
        char own[80];
        snprintf(own, sizeof own, "GPU-00000000-0000-0000-0000-00000000000%d", i);
        if (strcmp(own, uuid) == 0) { *device = &devices[generation][i]; return SUCCESS; }
    }
    return 6;
}
int nvmlDeviceGetUUID(Device *device, char *uuid, unsigned length) {
    char own[80];
    snprintf(own, sizeof own, "GPU-00000000-0000-0000-0000-00000000000%d", device->index);
    return text(uuid, length, own);
}
int nvmlDeviceGetName(Device *device, char *name, unsigned length) { (void) device; return text(name, length, "Fake H200"); }
int nvmlDeviceGetPowerUsage(Device *device, unsigned *value) {
    int code = ask(device, POWER);
    if (code == SUCCESS) *value = milliwatts[device->index];
    return code;
}
int nvmlDeviceGetEnforcedPowerLimit(Device *device, unsigned *value) {
    int code = ask(device, LIMIT);
    if (code == SUCCESS) *value = limits[device->index];
    return code;
}
int nvmlDeviceGetPowerManagementLimitConstraints(Device *device, unsigned *low, unsigned *high) {
    (void) device; *low = 200000; *high = 700000; return SUCCESS;
}
int nvmlDeviceSetPowerManagementLimit(Device *device, unsigned limit) {
    int code = ask(device, SET_LIMIT);
    if (code == SUCCESS && (limit < 200000 || limit > 700000)) return INVALID_ARGUMENT;
    if (code == SUCCESS) limits[device->index] = limit;
    return code;
}
int nvmlDeviceGetUtilizationRates(Device *device, Utilization *value) {
    int code = ask(device, UTILIZATION);
    if (code == SUCCESS) { value->gpu = 87; value->memory = 12; }
    return code;
}
int nvmlDeviceGetClockInfo(Device *device, int type, unsigned *value) {
    int code = ask(device, CLOCK);
    if (code == SUCCESS) *value = type == 1 ? 1980 : type == 2 ? 3201 : 0;
    return code;
}
int nvmlDeviceGetMemoryInfo(Device *device, MemoryInfo *value) {
    int code = ask(device, MEMORY);
    if (code == SUCCESS) { value->total = 150754820096ULL; value->used = 1000000000ULL; value->free = value->total - value->used; }
    return code;
}
int nvmlDeviceGetTotalEccErrors(Device *device, int type, int counter, unsigned long long *value) {
    int code = ask(device, ECC);
    if (code == SUCCESS) *value = counter == 0 ? (type == 0 ? 7 : 1) : 99;
    return code;
}
int nvmlDeviceGetCurrentClocksThrottleReasons(Device *device, unsigned long long *value) {
    int code = ask(device, REASONS);
    if (code == SUCCESS) *value = reasons[device->index];
    return code;
}
int nvmlDeviceGetPerformanceState(Device *device, int *value) {
    int code = ask(device, PSTATE);
    if (code == SUCCESS) *value = device->index == 3 ? 32 : device->index;
    return code;
}
#ifndef OLD_DRIVER
int nvmlDeviceGetTemperatureV(Device *device, TemperatureV *value) {
    int code = ask(device, TEMP);
    if (value->version != 0x0100000c) return 25;
    if (code == SUCCESS) value->temperature = celsius[device->index];
    return code;
}
int nvmlDeviceGetFieldValues(Device *device, int count, FieldValue *values) {
    while (hanging) usleep(1000);
    for (int i = 0; i < count; i++) {
        unsigned id = values[i].fieldId;
        int question = id == 82 ? MEMORY_TEMP : HEALTH;
        if (i == 0) asked[device->index][question]++;
        values[i].code = id == 82 || (id >= 142 && id <= 145) || id == 230 ? codes[device->index][question] : NOT_SUPPORTED;
        values[i].type = 1;
        values[i].value.ui = id == 82 ? memory_celsius : id == 142 ? 2 : id == 143 ? 1 : id == 230 ? actions[device->index] : remaps[device->index];
    }
    return SUCCESS;
}
int nvmlDeviceSetGpuLockedClocks(Device *device, unsigned low, unsigned high) {
    int code = ask(device, LOCK);
    if (code == SUCCESS) locked[device->index] = low == high ? low : 0;
    return code;
}
int nvmlDeviceResetGpuLockedClocks(Device *device) {
    int code = ask(device, RESET);
    if (code == SUCCESS) locked[device->index] = 0;
    return code;
}
int nvmlDeviceGetCurrentClocksEventReasons(Device *device, unsigned long long *value) {
    return nvmlDeviceGetCurrentClocksThrottleReasons(device, value);
}
#endif
#endif
