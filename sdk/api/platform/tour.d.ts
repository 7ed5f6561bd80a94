export declare const readTour: import("../contract/operation.ts").Operation<object, object, object, {
    endedAt: string | null;
}>;
/** It is not shown by itself any more; it can be opened again from the help. */
export declare const endTour: import("../contract/operation.ts").Operation<object, object, object, {
    endedAt: string | null;
}>;
