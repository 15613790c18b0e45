namespace PaintDotNet;

public static class DisposableUtil
{
    public static void Free<T>(ref T? disposeMe)
        where T : class, IDisposable => Interlocked.Exchange(ref disposeMe, null)?.Dispose();

    public static void Free<T>(ref T? disposeMe, bool callerIsNotFinalizing)
        where T : class, IDisposable
    {
        T? taken = Interlocked.Exchange(ref disposeMe, null);
        if (callerIsNotFinalizing)
            taken?.Dispose();
    }
}
