// jsii serves one thread.
[assembly: Xunit.CollectionBehavior(DisableTestParallelization = true)]
