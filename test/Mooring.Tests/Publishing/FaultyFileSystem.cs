using Mooring.Publishing;

namespace Mooring.Tests.Publishing;

/// <summary>The file system of this machine, with a call that fails, or after which the process is dead.</summary>
/// <param name="at">Number of the call, from 1.</param>
/// <param name="fault">What happens then.</param>
internal sealed class FaultyFileSystem(int at, Fault fault) : IFileSystem
{
    private int _calls;

    /// <summary>Called after each call.</summary>
    public Action? OnCall { get; init; }

    /// <summary>Whether the call was reached.</summary>
    public bool Happened => _calls >= at;

    public FileKind KindOf(string path) => Call(() => DiskFileSystem.Instance.KindOf(path));

    public byte[] Read(string path) => Call(() => DiskFileSystem.Instance.Read(path));

    public void Write(string path, byte[] content) =>
        Call(() => DiskFileSystem.Instance.Write(path, content), () => DiskFileSystem.Instance.Write(path, content[..(content.Length / 2)]));

    public void Copy(string path, string copy) =>
        Call(() => DiskFileSystem.Instance.Copy(path, copy), () => DiskFileSystem.Instance.Write(copy, DiskFileSystem.Instance.Read(path)[..1]));

    public void Move(string path, string target) => Call(() => DiskFileSystem.Instance.Move(path, target));

    public void Delete(string path) => Call(() => DiskFileSystem.Instance.Delete(path));

    public void CreateDirectory(string path) => Call(() => DiskFileSystem.Instance.CreateDirectory(path));

    public void DeleteDirectory(string path) => Call(() => DiskFileSystem.Instance.DeleteDirectory(path));

    private void Call(Action call, Action? half = null) =>
        Call(
            () =>
            {
                call();
                return true;
            },
            half
        );

    /// <param name="call">The call.</param>
    /// <param name="half">What it has done when the disk is full in the middle of it.</param>
    private T Call<T>(Func<T> call, Action? half = null)
    {
        _calls++;
        var isNow = fault == Fault.Once ? _calls == at : _calls >= at;
        if (isNow && fault == Fault.DeathAfter && _calls == at)
        {
            call();
        }
        else if (isNow && _calls == at)
        {
            half?.Invoke();
        }

        if (isNow)
        {
            throw new IOException("No space left on device");
        }

        var result = call();
        OnCall?.Invoke();
        return result;
    }
}
