using Mooring.Rehearsal.Terraform;

namespace Mooring.Apply;

/// <summary>Runs Terraform in several stacks at once.</summary>
/// <param name="most">How many at once.</param>
internal sealed class SideBySide(int most)
{
    /// <summary>Runs work for all stacks. After the first failure none is begun; those that were come to their end.</summary>
    /// <param name="stacks">The stacks.</param>
    /// <param name="work">The work.</param>
    /// <exception cref="TerraformException">It failed; the message has every failure, each with the name of its stack.</exception>
    public async Task RunAsync(IReadOnlyList<AppliedStack> stacks, Func<AppliedStack, Task> work)
    {
        using var turns = new SemaphoreSlim(most);
        var hasFailed = false;
        var failures = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await Task.WhenAll(stacks.Select(RunInTurnAsync));
        if (failures.Count > 0)
        {
            throw new TerraformException(string.Join('\n', failures.Select(failure => $"{failure.Key}: {failure.Value}")));
        }

        async Task RunInTurnAsync(AppliedStack stack)
        {
            await turns.WaitAsync();
            try
            {
                if (!hasFailed)
                {
                    await work(stack);
                }
            }
            catch (TerraformException exception)
            {
                hasFailed = true;
                lock (failures)
                {
                    failures.Add(stack.Name, exception.Message);
                }
            }
            catch
            {
                hasFailed = true;
                throw;
            }
            finally
            {
                turns.Release();
            }
        }
    }
}
