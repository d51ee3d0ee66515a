/* microlora 0.1.0, MIT OR Apache-2.0 */
import t from"./microlora.wasm?module"
var e={LORA_E_HANDLE:-2,LORA_E_SHAPE:-3,LORA_E_RANGE:-4,LORA_E_SCOPE:-5,LORA_E_NONFINITE:-6,LORA_E_STATE:-7,LORA_E_MEMORY:-8,LORA_E_OPTION:-9,LORA_E_TYPE:-10,LORA_E_INIT:-11,LORA_E_MODULE:-12,LORA_E_SIMD:-13,LORA_E_FILE:-14,LORA_E_STORAGE:-15},LoraError=class extends Error{constructor(t,e,r){super(e,void 0===r?{}:{cause:r})
this.name="LoraError"
this.code=t}}
function r(t,e,r){throw new LoraError(t,e,r)}var s={LORA_E_HANDLE:"this object was freed",LORA_E_NONFINITE:"a number here is NaN, infinite or too large, or a weight would become so (a lower learningRate helps); nothing was changed",LORA_E_STATE:"call forward (of this scope) first, and again after reset, setWeights, step or, with sharedIO, a forward of another adapter; step() needs accumulate() before it",LORA_E_SHAPE:"this needs in equal to out"}
function o(t,o){const i=Object.keys(e),[a]=i.filter(r=>e[r]===t)
r(a,`${o}: ${s[a]??a}`)}var i=t=>t.length>80?`${t.slice(0,79)}…`:t,a=t=>i(JSON.stringify(t))
function n(t,e){let r=Array.from({length:e.length+1},(t,e)=>e)
for(let s=1;s<=t.length;s++){const o=[s]
for(let i=1;i<=e.length;i++){const a=r[i-1]+Number(t[s-1]!==e[i-1])
o.push(Math.min(a,r[i]+1,o[i-1]+1))}r=o}return r[e.length]}function h(t,e){if("string"!=typeof t||t.length>80)return""
const r=t.toLowerCase()
let s="",o=Math.floor(r.length/3)+1
for(const t of e){const e=n(r,t.toLowerCase())
e<o&&([s,o]=[t,e])}return s&&` (did you mean ${i(s)}?)`}var c=t=>Object.prototype.toString.call(t).slice(8,-1),u=t=>"string"==typeof t?a(t):i(Object(t)===t?c(t):String(t)),d=(t,e,s,o="LORA_E_TYPE")=>r(o,`${t} must be ${e}, got ${u(s)}`)
function l(t,e,s){const o=p(t,e)
o!==s&&r("LORA_E_SHAPE",`${t} must have ${s} numbers, got ${o}`)}function m(t,e,s,o){const i=p(t,e),a=i/s;(!Number.isInteger(a)||a<1||a>o)&&r("LORA_E_SHAPE",`${t} must have 1 to ${o} rows of ${s} numbers ({ batch: ${o} } when it was created), got ${i} numbers`)
return a}function p(t,e){ArrayBuffer.isView(e)&&(e instanceof Float32Array||"Float32Array"===c(e))||d(t,"a Float32Array",e)
return e.length}function f(t,e){"number"!=typeof e&&d(t,"a number",e)
Number.isFinite(Math.fround(e))||r("LORA_E_NONFINITE",`${t} must be finite as a 32-bit float, got ${e}`)
return e}function g(t,e,s,o,i="LORA_E_RANGE"){"number"!=typeof e&&d(t,"a number",e);(!Number.isInteger(e)||e<s||e>o)&&r(i,`${t} must be a whole number from ${s} to ${o}, got ${e}`)
return e}function _(t,e){const s=f(t,e)
s<0&&r("LORA_E_RANGE",`${t} must not be negative, got ${s}`)
return s}function y(t,e){const s=f(t,e)
s>0||r("LORA_E_RANGE",`${t} must be above 0, got ${s}`)
return s}function b(t){const e=f("share",t)
e>=0&&e<=1||r("LORA_E_RANGE",`share must be 0 to 1, got ${e}`)
return e}function w(t,e,s){const o=s.indexOf(e)
o<0&&r("LORA_E_OPTION",`${t} must be one of ${s.join(", ")}, got ${u(e)}${h(e,s)}`)
return o}function O(t,e){"boolean"!=typeof e&&d(t,"true or false",e)
return e}function A(t){if(Object(t)!==t)return!1
const e=Object.getPrototypeOf(t)
return null===e||null===Object.getPrototypeOf(e)}function v(t,e,s){A(e)||d(`${t}: the argument`,"an object of options",e)
const o={...s}
for(const[a,n]of Object.entries(e)){Object.hasOwn(s,a)||r("LORA_E_OPTION",`${t} has no option ${i(a)}${h(a,Object.keys(s))}; it has `+Object.keys(s).join(", "))
void 0!==n&&(o[a]=n)}return o}var E,R=/* @__PURE__ */Symbol.for("microlora 0.1.0")
function L(t){const e=t?.[R]
"function"==typeof e&&e()
const r=E
E=void 0
return r}var k=class{#t
constructor(t){this.#t=t
Object.defineProperty(this,R,{value:e=>{void 0===e?E=t:e(t)},configurable:!0})}static inside(t){return"object"==typeof t&&null!==t&&#t in t?t.#t:L(t)??d("this","an object of microlora: call a method as object.method()",t)}get[Symbol.toStringTag](){return L(this)?.k??"Object"}toJSON(){return S(this).l()}[/* @__PURE__ */Symbol.for("nodejs.util.inspect.custom")](t,e,r){const s=L(this)
return void 0===s||t<0?`[${this[Symbol.toStringTag]}]`:`${s.k} ${r(s.l(),e)}`}}
function j(t){for(const e of Object.keys(t))Object.defineProperty(t,e,{writable:!1})}var{inside:S}=k
function I(t,e,s,o,i){const a=L(s)
if(a instanceof o)return a
void 0===a&&void 0!==function(t){let e
const r=t?.[R]
"function"==typeof r&&r(t=>e=t)
return e}(s)&&r(i??"LORA_E_TYPE",`${t} belongs to another copy of microlora: two are loaded here, import one of them only`)
return d(t,e,s,i)}var N,$,M=Symbol.dispose??/* @__PURE__ */Symbol.for("Symbol.dispose"),F=class extends k{constructor(t){super(t)
const e=Symbol.dispose
void 0===e||e in this||Object.defineProperty(this,e,{value:this[M],configurable:!0})}free(){S(this).v()}[M](){this.free()}},x=[1,2,3,4,5],P=[[1,0,2,0,-1],[0,1,0,-2,1]],B=[[1,2,0,0,4],[0,2,4,0,-2]],T=[1,0,-1,2,.5],C=[2,3,1,4,10],D=[-3.8984375,16.75,65.3359375,12.828125,-63.41796875],W=4293918720,z="this is not the microlora.wasm of this release: take the one beside this script",H=(t=16777216)=>g("memory (bytes)",t,131072,W),G=class{k="Engine"
f=new Float32Array(0)
D="function"==typeof FinalizationRegistry?new FinalizationRegistry(t=>this.b.lora_free(t)):void 0
constructor(t){const e=t.exports
4!==e.lora_version?.()&&r("LORA_E_MODULE",z)
this.E=e.memory
this.b={...e}
this.F=1===this.b.lora_simd()}l(){return{simd:this.F,memoryUsage:this.w()}}w(){return{used:this.b.lora_memory_used(),free:this.b.lora_memory_free(),largestFree:this.b.lora_memory_largest_free()}}o(t,e){return new Float32Array(this.E.buffer,t>>>0,e)}G(t){this.b.lora_grow(t)<0&&r("LORA_E_MEMORY",`the system gives no ${t} bytes more`)
this.p()}p(){const t=this.b
this.f=this.o(t.lora_transfer(),t.lora_transfer_size())}},U=S,Engine=class extends k{constructor(t,e){const r=new G(t)
r.G(e)
super(r)
this.simd=r.F
j(this)}get memory(){return U(this).E}get memoryUsage(){return U(this).w()}grow(t){U(this).G(g("grow: bytes",t,1,W))}},J=t=>function(t){const{b:e,f:r}=t,s=e.lora_create(5,5,P.length,.5,.25,0,0,1,1,0,1),o=o=>{r.set(x)
e.lora_forward(s,0,1,1)
const i=t.o(e.lora_output(s),5)
return o.every((t,e)=>t===i[e])};[P,B].forEach((t,o)=>t.forEach((t,i)=>{r.set(t)
e.lora_write_row(s,0,o,i)}))
const i=o(C)
r.set(T)
e.lora_adapt(s,0,1,1)
const a=o(D)
e.lora_free(s)
return i&&a}(U(t)),q="no working SIMD here: import from 'microlora/scalar', or give init({ module }) its wasm",Y=t=>"WebAssembly.Module"===c(t)
function V(t){const e=v("init",void 0===t||A(t)?t??{}:{module:t},{module:void 0,module_or_path:void 0,memory:void 0,simd:void 0})
void 0!==e.module&&void 0!==e.module_or_path&&r("LORA_E_OPTION","give module or module_or_path, not both")
return{module:e.module??e.module_or_path,memory:void 0===e.memory?void 0:H(e.memory),simd:void 0===e.simd?void 0:O("simd",e.simd)}}function Q(){"object"!=typeof WebAssembly&&r("LORA_E_MODULE","no WebAssembly here: off (lockdown mode, --jitless) or missing")}function X(t,{module:e},s){if(t instanceof LoraError)throw t
t instanceof ReferenceError&&r("LORA_E_MODULE",`this place lacks what microlora needs: ${t.message}`,t)
t instanceof RangeError&&r("LORA_E_MEMORY",`no room for one more engine (${t.message}): share one`,t)
const o=void 0!==e&&void 0===s?"is the address right, and allowed (CSP connect-src)? Bytes work too":void 0===s||Y(s)||WebAssembly.validate(s)?/Compile|Eval/.test(t?.name)?"a CSP needs script-src 'wasm-unsafe-eval', an edge worker its own entry or init({ module })":z:"no wasm, cut short, or SIMD that is missing here: take microlora.scalar.wasm"
r("LORA_E_MODULE",`the module was refused (${t?.message??t}): ${o}`,t)}function K(t){if(Y(t)||(t=>ArrayBuffer.isView(t)||"ArrayBuffer"===c(t))(t))return t
r("LORA_E_MODULE",`module must be a WebAssembly.Module or bytes (for init also a URL, Request, Response or promise), got ${c(t)}`)}async function Z(t){const e=await WebAssembly.instantiate(t,{})
return e.instance??e}function tt(t){const e=Y(t)?t:new WebAssembly.Module(t)
return new WebAssembly.Instance(e,{})}function et(e){if(void 0!==e.simd&&!0!==e.simd)return
const r=t
return Y(r)||WebAssembly.validate(r)?r:void 0}var rt=(t,e)=>new Engine(t,H(e.memory))
function st(t,e){const s=rt(t,e)
J(s)||r("LORA_E_SIMD","the module given computes wrongly here")
void 0!==e.simd&&e.simd!==s.simd&&r("LORA_E_SIMD",`the module given is the ${s.simd?"SIMD":"scalar"} build`)
return s}async function ot(t){Q()
let e
try{if(void 0!==t.module){e=await async function(t){let e=await t;/^(String|URL|Request)$/.test(c(e))&&(e=await fetch(e))
if("Response"===c(e)){const{ok:t,url:s,status:o,headers:i}=e
e=await e.arrayBuffer()
t&&0===new Uint8Array(e)[0]||r("LORA_E_MODULE",`${s} answered ${o} ${i.get("Content-Type")}, no wasm: put the file there`)}return K(e)}(t.module)
return st(await Z(e),t)}const s=et(t)
if(void 0!==s){const e=rt(await Z(s),t)
if(J(e))return e}!0===t.simd&&r("LORA_E_SIMD",q)
const o=await(async()=>{throw new Error("the edge entry carries the SIMD build only")})().catch(t=>r("LORA_E_SIMD",q,t)),i=rt(await Z(o),t)
J(i)||r("LORA_E_MODULE","WebAssembly computes wrongly here")
return i}catch(r){return X(r,t,e)}}function it(t,e){const{used:s,free:o}=t.memoryUsage;(void 0!==e.memory&&e.memory>s+o||void 0!==e.simd&&e.simd!==t.simd)&&r("LORA_E_STATE","already initialised with other options; createEngine(options) makes another engine")
return t}async function at(t){const e=V(t)
if(void 0===N){$??=ot(e).then(t=>N??=t).finally(()=>$=void 0)
await $}return it(N,e)}function nt(t){const e=V(t)
return void 0!==N?it(N,e):N=function(t){Q()
let e
try{if(void 0!==t.module){e=K(t.module)
return st(tt(e),t)}const s=et(t)
if(void 0!==s){const e=rt(tt(s),t)
if(J(e))return e}return r("LORA_E_SIMD",q)}catch(r){return X(r,t,e)}}(e)}async function ht(t){return ot(V(t))}var ct=/* @__PURE__ */new Map([["learningRate",0],["weightDecay",1],["clipNorm",2],["ratio",3],["momentum",4],["epsilon",6],["maxDeltaNorm",7],["decayToBase",8],["explore",9]]),ut=4294967295,dt={dim:void 0,in:void 0,out:void 0,rank:2,alpha:1,optimizer:"preconditioned",...Object.fromEntries([...ct.keys()].map(t=>[t,void 0])),betas:void 0,seed:1,batch:1,sharedIO:!1,engine:void 0
},lt=Object.fromEntries([...ct.keys(),"betas"].map(t=>[t,void 0])),mt={sgd:t=>Math.min(.02,5.12/t),momentum:t=>Math.min(.002,.512/t),adam:t=>Math.min(.003,.1/t),adamw:t=>Math.min(.003,.1/t),preconditioned:()=>.5},pt=Object.keys(mt),ft=S
function gt(t){const e=ft(t)
e.H()
return e}var _t=class extends F{constructor(t){super(t)
this.dim=t.dim
this.in=t.in
this.out=t.out
this.rank=t.rank
this.alpha=t.alpha
this.batch=t.batch
this.optimizer=t.optimizer
this.seed=t.seed
this.sharedIO=t.sharedIO
this.residual=t.residual
j(this)}get input(){return gt(this).input}get output(){return gt(this).output}get gradient(){return gt(this).gradient}get inputs(){return gt(this).inputs}get outputs(){return gt(this).outputs}get gradients(){return gt(this).gradients}get paramCount(){return ft(this).a("param_count")}get learningRate(){return ft(this).x}set learningRate(t){const e=_("learningRate",t)
ft(this).q(ut,{learningRate:e})}clone(){return ft(this)._()}copyFrom(t){ft(this).$(t)}resize(t){return ft(this).aa(t)}update(t,e){return ft(this).ba(t,e)}}
function yt(t,s,...i){const a=t.b[s](...i)
a===e.LORA_E_MEMORY&&r("LORA_E_MEMORY",`the arena is full: this needs ${t.b.lora_memory_wanted()} bytes in one piece, and ${t.w().largestFree} are free; free() other objects, call engine.grow(bytes), or start with init({ memory: bytes })`)
a<0&&o(a,s)
t.p()
return a}var bt=class{k
c
d=0
constructor(t,e){this.k=t
this.c=void 0!==(s=e)?I("engine","one of init or createEngine",s,G,"LORA_E_OPTION"):S(N??r("LORA_E_INIT","call `await init()` (or initSync()) first"))
var s}I(t,...e){this.d=yt(this.c,t,...e)
this.c.D?.register(this,this.d,this)}a(t,...e){const r=this.c.b[`lora_${t}`](this.d,...e)
return r<-1?o(r,t):r}i(){0===this.d&&o(e.LORA_E_HANDLE,"after free()")}v(){if(0!==this.d){this.c.D?.unregister(this)
this.a("free")
this.d=0}}l(){return{...this.j(),...0===this.d?{freed:!0}:this.r()}}j(){return{}}r(){return{}}},wt=t=>g("rank",t,1,64,"LORA_E_SHAPE")
function Ot(t,e,s,o){const[{adapters:i}]=t
for(const{adapters:e}of t){e.i()
e.c!==i.c&&r("LORA_E_OPTION","these adapters are in different engines; load them into one")
e.in===i.in&&e.out===i.out&&e.m===i.m||r("LORA_E_SHAPE","these adapters differ in in, out, or the number of scopes")}const a=i.J({rank:e}),n={adapter:a,keptEnergy:1,foldError:0}
try{const e=S(a)
e.ca(i)
for(let r=0;r<i.m;r++){const i=t.filter(({adapters:t})=>t.da(r))
i.length>0&&At(i,e,r,Number(s),o,n)}}catch(t){a.free()
throw t}return n}function At(t,e,r,s,i,a){const n=e.c,h=n.b,c=t.map(({adapters:t})=>t.rank),u=c.reduce((t,e)=>t+e,0),d=2*Math.max(...c),l=Math.max(Math.min(u,Math.max(128,4*e.rank)),d),m=yt(n,"lora_sum_create",e.in,e.out,l)
try{for(const{adapters:e,weight:s}of t){const t=h.lora_sum_add(m,e.d,r,s)
t<0&&o(t,"sum")}const n=h.lora_sum_take(m,e.d,r,s,i)
n<0&&o(n,"sum")
a.keptEnergy=Math.min(a.keptEnergy,h.lora_sum_kept(m))
a.foldError=Math.max(a.foldError,h.lora_sum_lost(m))}finally{h.lora_free(m)}}var vt=["A","B"],Et=(t,e)=>g(t,e,1,16384,"LORA_E_SHAPE"),Rt=class t extends bt{constructor(t,e,s,o,i){super(t,e.engine)
const{engine:a}=e
this.J=t=>i({...this.j(),engine:a,...t})
this.ea=s
this.m=s+o
const{dim:n}=e;[e.in,e.out].filter(t=>void 0!==t).length!==(void 0===n?2:0)&&r("LORA_E_OPTION","give either dim (the length of the vectors), or in and out")
const h=void 0===n?Et("in",e.in):Et("dim",n),c=void 0===n?Et("out",e.out):h,u=g("rank",e.rank,1,64,"LORA_E_SHAPE"),d=f("alpha",e.alpha),l=g("batch",e.batch,1,1024),m=w("optimizer",e.optimizer,pt),p=g("seed",e.seed,0,2**32-1),y=O("sharedIO",e.sharedIO),b=void 0!==n
this.I("lora_create",h,c,u,d,void 0===e.learningRate?mt[pt[m]](h):_("learningRate",e.learningRate),m,p,Number(b)+2*Number(y),s,o,l)
this.dim=h
this.in=h
this.out=c
this.rank=u
this.alpha=d
this.batch=l
this.seed=p
this.sharedIO=y
this.residual=b
this.optimizer=pt[m]
m===pt.indexOf("adamw")&&void 0===e.weightDecay&&(e.weightDecay=.01)
try{this.q(ut,Object.fromEntries([...ct.keys(),"betas"].filter(t=>void 0!==e[t]).map(t=>[t,e[t]])))}catch(t){this.v()
throw t}}g(t){return t}n(t,e,...r){return this.a(t,this.g(e),...r)}j(){const{rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}=this
return{...this.residual?{dim:this.in}:{in:this.in,out:this.out},rank:t,alpha:e,optimizer:r,batch:s,seed:o,sharedIO:i}}get x(){return this.a("option",0,0)}q(t,s){for(const[i,a,n]of function(t){const e=v("options",t,lt),s=[]
if(void 0!==e.betas){Array.isArray(e.betas)&&2===e.betas.length||d("betas","an array of two numbers",e.betas)
const[t,o]=e.betas.map(t=>_("betas",t))
t<1&&o<1&&t**2<o||r("LORA_E_RANGE",`betas must be below 1, and beta2 above beta1^2, got ${e.betas}`)
s.push(["betas",4,0],["betas",5,o],["betas",4,t])}for(const[t,r]of ct)void 0!==e[t]&&s.push([t,r,_(t,e[t])])
return s}(s)){const s=this.c.b.lora_set_option(this.d,t,a,n)
s===e.LORA_E_RANGE&&r("LORA_E_RANGE",`${i} is out of its range, got ${n}; see the types`)
s<0&&o(s,i)}}K(t){const e=e=>this.n("option",t,e)
return{...Object.fromEntries([...ct].map(([t,r])=>[t,e(r)])),betas:[e(4),e(5)]}}ca(t){const{b:e}=this.c
for(let r=0;r<this.m;r++){const s=(s,i=t.a("option",r,s))=>{const a=e.lora_set_option(this.d,r,s,i)
a<0&&o(a,"options")}
s(4,0)
s(5)
for(const t of ct.values())s(t)}}da(t){if(1===this.m||t>=this.ea)return!0
this.a("read_numbers",t)
const e=this.c
e.p()
return 1===new Float64Array(e.f.buffer,e.f.byteOffset)[4]}L(e,s){const o=I(s,"an adapter like this one",e,t)
this.i()
o.i()
o.c!==this.c&&r("LORA_E_OPTION",`${s}: the two are in different engines`)
return o}_(){this.i()
const t=this.J({})
try{S(t).a("copy",this.d,1)}catch(e){t.free()
throw e}return t}$(t){const s=this.L(t,"copyFrom"),i=this.c.b.lora_copy(this.d,s.d,0)
i===e.LORA_E_SHAPE&&r("LORA_E_SHAPE","copyFrom: in, out, rank, alpha, optimizer or scopes differ; setWeights takes weights alone")
i<0&&o(i,"copyFrom")}aa(t){return Ot([{adapters:this,weight:1}],wt(t),!1,0).adapter}ba(t,e={}){const r=this.L(t,"update"),{rank:s,maxNorm:o}=v("update",e,{rank:Math.min(this.rank+r.rank,64),maxNorm:0})
return Ot([{adapters:this,weight:1},{adapters:r,weight:-1}],wt(s),!1,_("update: maxNorm",o))}M(t,e,r){const s=this.g(t),{b:i,f:a}=this.c,n=new Float32Array(e)
for(let t=0;t<this.out;t++){const e=n.subarray(t*this.in,(t+1)*this.in)
a.set(e)
const h=i.lora_merge_row(this.d,s,t,r)
h<0&&o(h,"merge")
e.set(a.subarray(0,this.in))}return n}s(t,e,r){l("W (out, in)",e,this.out*this.in)
e.set(this.M(t,e,r))
return e}N(t){return this.M(t,new Float32Array(this.out*this.in),1)}O(t){const e=this.g(t),[r,s]=vt.map((t,r)=>{const s=0===r?this.in:this.out,o=new Float32Array(this.rank*s)
for(let t=0;t<this.rank;t++){this.a("read_row",e,r,t)
o.set(this.c.f.subarray(0,s),t*s)}return o})
return{A:r,B:s}}P(t,e){const r=this.g(t),{A:s,B:i}=v("setWeights",e,{A:void 0,B:void 0})
l("setWeights: A (rank, in)",s,this.rank*this.in)
l("setWeights: B (rank, out)",i,this.rank*this.out)
const{b:a,f:n}=this.c
for(const t of[!1,!0])[s,i].forEach((e,s)=>{const i=0===s?this.in:this.out
for(let h=0;h<this.rank;h++){n.set(e.subarray(h*i,(h+1)*i))
const c=t?a.lora_write_row(this.d,r,s,h):a.lora_check(i)
c<0&&o(c,"setWeights")}})}},Lt=["mse","huber","cosine"],kt=["sum","mean"],jt={loss:"mse",delta:1,reduction:"sum"},St={temperature:void 0,margin:void 0},It=class extends Rt{input=new Float32Array(0)
output=this.input
gradient=this.input
inputs=[]
outputs=[]
gradients=[]
t=this.input
u=1
H(){this.i()
if(0===this.input.length){this.inputs=this.y("lora_input",this.in)
this.outputs=this.y("lora_output",this.out)
this.gradients=this.y("lora_gradient",this.out);[this.input,this.output,this.gradient]=[this.inputs[0],this.outputs[0],this.gradients[0]]}}y(t,e){const r=this.c,s=r.b[t](this.d)
return Object.freeze(Array.from({length:this.batch},(t,o)=>(t=>{return r.o(s+t*(o=e,16*Math.ceil(o/16))*4,e)
var o})(o)))}Q(t,e,r){const s=this.g(t),o=this.c
let i=0
if(void 0!==e||void 0!==r){l("forward: x",e,this.in)
void 0!==r&&l("forward: out",r,this.out)
o.f.set(e)
i=1}const a=o.b.lora_forward(this.d,s,1,i)
a<0&&this.h(a,"forward",s)
if(void 0!==e){this.H()
if(void 0===r)return new Float32Array(this.output)
r.set(this.output)
return r}}R(t,e){const r=this.g(t),s=this.c
let o=0
if(void 0!==e){l("adapt: gradient",e,this.out)
s.f.set(e)
o=1}const i=s.b.lora_adapt(this.d,r,1,o)
i<0&&this.h(i,"adapt",r)}S(t,e=this.batch,r){const s=this.g(t),o=this.c,i="number"==typeof e,a=i?g("forwardBatch: the number of rows",e,1,this.batch,"LORA_E_SHAPE"):m("forwardBatch: X",e,this.in,this.batch)
void 0!==r&&l("forwardBatch: out",r,a*this.out)
i||o.f.set(e)
const n=o.b.lora_forward(this.d,s,a,i?0:1)
n<0&&this.h(n,"forwardBatch",s)
this.u=a
if(i&&void 0===r)return
const h=this.fa(a)
if(void 0===r)return new Float32Array(h)
r.set(h)
return r}fa(t){const e=this.c,r=e.b.lora_packed_output(this.d,t)>>>0,s=t*this.out
this.t.length===s&&this.t.byteOffset===r||(this.t=e.o(r,s))
return this.t}T(t,e){const r=this.g(t),s=this.c
let o=this.u
if(void 0!==e){o=m("adaptBatch: G",e,this.out,this.batch)
s.f.set(e)}const i=s.b.lora_adapt(this.d,r,o,void 0===e?0:1)
i<0&&this.h(i,"adaptBatch",r)}z(t,e,s,o,i){const a=this.g(t),n=this.c
let h=0,c=1,u=0
if(void 0!==i){const t=v("learn",i,jt)
h=w("loss",t.loss,Lt)
u=w("reduction",t.reduction,kt)
c=y("delta",t.delta)
1===u&&h===Lt.indexOf("cosine")&&r("LORA_E_OPTION","reduction 'mean' has no meaning for the cosine loss")}l("learn: x",e,o*this.in)
l("learn: target",s,o*this.out)
n.f.set(e)
n.f.set(s,e.length)
const d=n.b.lora_learn(this.d,a,o,h,c,u)
d<-1&&this.h(d,"learn",a)
this.u=o
return d}U(t,e,r,s){const o=m("learnBatch: X",e,this.in,this.batch)
return this.z(t,e,r,o,s)}C(t,e,s,i,a,n={}){const h=this.g(t),c=this.c,{temperature:u,margin:d}=v("contrast",n,St)
void 0!==u&&void 0!==d&&r("LORA_E_OPTION","contrast: give temperature (InfoNCE) or margin (triplet), not both")
l("contrast: query",e,a*this.in)
l("contrast: positive",s,a*this.out)
const p=a+(void 0===i?0:m("contrast: negatives",i,this.out,65536-a))
p<2&&r("LORA_E_SHAPE","contrast: give at least one negative")
const f=c.b.lora_reserve(this.d,a,p)
f<0&&o(f,"contrast")
c.p()
const g=c.f
g.set(e)
g.set(s,e.length)
void 0!==i&&g.set(i,e.length+s.length)
const _=c.b.lora_contrast(this.d,h,a,p,Number(void 0!==d),void 0!==d?y("margin",d):y("temperature",u??.07))
_<-1&&this.h(_,"contrast",h)
this.u=a
return _}V(t,e,r,s,o){const i=m("contrastBatch: queries",e,this.in,this.batch)
return this.C(t,e,r,s,i,o)}W(t,e){const r=this.g(t),s=this.c
if(void 0!==e){l("accumulate: gradient",e,this.out)
s.f.set(e)}const o=s.b.lora_accumulate(this.d,r,1,void 0===e?0:1)
o<0&&this.h(o,"accumulate",r)}X(t,e){const r=this.g(t),{c:s,d:o}=this,i=s.b.lora_adapt_with_reward(o,r,f("reward",e))
i<0&&this.h(i,"adaptWithReward",r)}Y(t){const e=this.g(t),r=this.c.b.lora_step(this.d,e)
r<0&&this.h(r,"step",e)}h(t,s,i){if(t===e.LORA_E_NONFINITE){const t=this.a("delta_norm",i)
t>1e9&&r("LORA_E_NONFINITE",`${s}: the delta has grown past use, to a norm of ${t.toExponential(1)}; reset() starts again, and a lower learningRate or maxDeltaNorm keeps it from growing`)}o(t,s)}},Nt="MicroLoRA",$t=S,Mt=t=>new MicroLoRA(t),Ft=class extends It{r(){return{learningRate:this.x,adaptCount:this.a("adapt_count",0),forwardCount:this.a("forward_count",0),deltaNorm:this.a("delta_norm",0)}}},MicroLoRA=class extends _t{constructor(t){const e=v(Nt,t,dt)
super(new Ft(Nt,e,1,0,Mt))}forward(t,e){return $t(this).Q(0,t,e)}adapt(t){$t(this).R(0,t)}forwardBatch(t,e){return $t(this).S(0,t,e)}adaptBatch(t){$t(this).T(0,t)}learn(t,e,r){return $t(this).z(0,t,e,1,r)}learnBatch(t,e,r){return $t(this).U(0,t,e,r)}contrast(t,e,r,s){return $t(this).C(0,t,e,r,1,s)}contrastBatch(t,e,r,s){return $t(this).V(0,t,e,r,s)}accumulate(t){$t(this).W(0,t)}step(){$t(this).Y(0)}decayToBase(t){$t(this).a("decay_to_base",0,b(t))}setOptions(t){$t(this).q(ut,t)}getOptions(){
return $t(this).K(0)}adaptWithReward(t){$t(this).X(0,t)}get deltaNorm(){return $t(this).a("delta_norm",0)}get adaptCount(){return $t(this).a("adapt_count",0)}get forwardCount(){return $t(this).a("forward_count",0)}getWeights(){return $t(this).O(0)}setWeights(t){$t(this).P(0,t)}delta(){return $t(this).N(0)}mergeInto(t){return $t(this).s(0,t,1)}unmergeFrom(t){return $t(this).s(0,t,-1)}reset(){$t(this).a("reset",ut)}
},xt=t=>Object.freeze(t.split(" ")),Pt=/* @__PURE__ */xt("Scan Filter Join Aggregate Project Sort Limit GroupBy IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin VectorDistance Rerank Materialize"),Bt=/* @__PURE__ */Object.freeze({scans:/* @__PURE__ */xt("Scan IndexScan HnswScan IvfFlatScan"),joins:/* @__PURE__ */xt("Join NestedLoopJoin HashJoin MergeJoin"),aggregation:/* @__PURE__ */xt("Aggregate GroupBy"),shaping:/* @__PURE__ */xt("Filter Project Sort Limit Materialize"),
vector:/* @__PURE__ */xt("VectorDistance Rerank")}),Tt=/* @__PURE__ */xt("SeqScan IndexScan HnswScan IvfFlatScan NestedLoopJoin HashJoin MergeJoin Aggregate GroupBy Filter Project Sort Limit VectorDistance Rerank Materialize Result"),Ct="ScopedLoRA",Dt=S,Wt={...dt,scopes:void 0,categories:void 0,categoryFallback:!0},zt=t=>new ScopedLoRA(t),Ht=class extends It{constructor(t){const e=v(Ct,t,Wt),s=void 0===e.scopes?Pt:function(t){
Array.isArray(t)&&Array.from(t).every(t=>"string"==typeof t)||d("scopes","an array of names",t)
g("the number of scopes",t.length,1,4096)
new Set(t).size!==t.length&&r("LORA_E_OPTION","scopes: a name is there twice")
return Object.freeze([...t])}(e.scopes),o=new Map(s.map((t,e)=>[t,e]))
void 0===e.categories&&(e.categories=void 0===e.scopes?Bt:{})
const n=function(t,e){A(t)&&Object.values(t).every(Array.isArray)||d("categories","an object of arrays of scope names",t)
const s=/* @__PURE__ */new Set,o=t=>{const o=e.get(t)
void 0===o&&r("LORA_E_SCOPE",`categories: there is no scope ${a(t)}${h(t,[...e.keys()])}`)
s.has(o)&&r("LORA_E_OPTION",`categories: ${i(t)} is there twice`)
s.add(o)
return o}
return Object.values(t).filter(t=>t.length>0).map(t=>t.map(o))}(e.categories,o),c=O("categoryFallback",e.categoryFallback)
super(Ct,e,s.length,n.length,zt)
this.scopes=s
this.categories=Object.freeze(Object.fromEntries(Object.entries(e.categories).map(([t,e])=>[t,Object.freeze([...e])])))
this.ga=o
this.categoryFallback=c
n.forEach((t,e)=>t.forEach(t=>this.a("set_category",t,e)))
this.Z(c)}j(){const{scopes:t,categories:e,categoryFallback:r}=this
return{...super.j(),scopes:t,categories:e,categoryFallback:r}}r(){return{learningRate:this.x,totalAdaptCount:this.a("total_adapt_count"),totalForwardCount:this.a("total_forward_count")}}Z(t){this.a("set_category_fallback",Number(O("categoryFallback",t)))
this.categoryFallback=t}g(t){return"string"==typeof t?this.ga.get(t)??r("LORA_E_SCOPE",`there is no scope ${i(t)}${h(t,this.scopes)}`):g("scope",t,0,this.scopes.length-1,"LORA_E_SCOPE")}},ScopedLoRA=class extends _t{constructor(t){super(new Ht(t))}get scopes(){return Dt(this).scopes}get categories(){return Dt(this).categories}scopeName(t){const e=Dt(this)
e.i()
return e.scopes[e.g(t)]}forward(t,e,r){return Dt(this).Q(t,e,r)}adapt(t,e){Dt(this).R(t,e)}forwardBatch(t,e,r){return Dt(this).S(t,e,r)}adaptBatch(t,e){Dt(this).T(t,e)}learn(t,e,r,s){return Dt(this).z(t,e,r,1,s)}learnBatch(t,e,r,s){return Dt(this).U(t,e,r,s)}contrast(t,e,r,s,o){return Dt(this).C(t,e,r,s,1,o)}contrastBatch(t,e,r,s,o){return Dt(this).V(t,e,r,s,o)}accumulate(t,e){Dt(this).W(t,e)}step(t){Dt(this).Y(t)}decayToBase(t,e){Dt(this).n("decay_to_base",t,b(e))}setOptions(t,e){
const r=Dt(this)
r.q(void 0===e?ut:r.g(e),t)}getOptions(t){return Dt(this).K(t)}adaptWithReward(t,e){Dt(this).X(t,e)}deltaNorm(t){return Dt(this).n("delta_norm",t)}adaptCount(t){return Dt(this).n("adapt_count",t)}forwardCount(t){return Dt(this).n("forward_count",t)}get totalAdaptCount(){return Dt(this).a("total_adapt_count")}get totalForwardCount(){return Dt(this).a("total_forward_count")}get categoryFallback(){return Dt(this).categoryFallback}set categoryFallback(t){Dt(this).Z(t)}getWeights(t){
return Dt(this).O(t)}setWeights(t,e){Dt(this).P(t,e)}delta(t){return Dt(this).N(t)}mergeInto(t,e){return Dt(this).s(t,e,1)}unmergeFrom(t,e){return Dt(this).s(t,e,-1)}reset(t){const e=Dt(this)
e.a("reset",void 0===t?ut:e.g(t))}},Gt="TrajectoryBuffer",Ut=S,Jt=2**32-1,qt={capacity:1e3,dim:void 0,operators:17,engine:void 0}
function Yt(t,e){const s=f(t,e)
s<=0&&r("LORA_E_RANGE",`${t} must be above 0, got ${s}`)
return s}var Vt=["operator","attention"],Qt=class extends bt{constructor(t){const e=v(Gt,t,qt)
super(Gt,e.engine)
this.capacity=g("capacity",e.capacity,1,Jt)
this.dim=g("dim",e.dim,1,16384,"LORA_E_SHAPE")
this.operators=g("operators",e.operators,1,256)
this.I("lora_trajectory_create",this.capacity,this.dim,this.operators)}j(){const{capacity:t,dim:e,operators:r}=this
return{capacity:t,dim:e,operators:r}}r(){return{length:this.a("trajectory_length"),totalCount:this.a("trajectory_total_count"),successRate:this.a("trajectory_success_rate"),meanImprovement:this.a("trajectory_mean_improvement")}}},TrajectoryBuffer=class extends F{constructor(t){const e=new Qt(t)
super(e)
this.capacity=e.capacity
this.dim=e.dim
this.operators=e.operators
j(this)}record(t,e,r,s,i){const a=Ut(this)
l("embedding",t,a.dim)
g("operator",e,0,a.operators-1)
g("attention",r,0,255)
Yt("executionMs",s)
Yt("baselineMs",i)
const{b:n,f:h}=a.c
h.set(t)
const c=n.lora_trajectory_record(a.d,e,r,s,i)
c<0&&o(c,"record")}get length(){return Ut(this).a("trajectory_length")}get totalCount(){return Ut(this).a("trajectory_total_count")}get isEmpty(){return 0===this.length}get successRate(){return Ut(this).a("trajectory_success_rate")}get bestImprovement(){return Ut(this).a("trajectory_best_improvement")}get meanImprovement(){return Ut(this).a("trajectory_mean_improvement")}get variance(){return Ut(this).a("trajectory_variance")}get bestAttention(){return Ut(this).a("trajectory_best_attention")}
highQualityCount(t){return Ut(this).a("trajectory_high_quality_count",f("threshold",t))}countByOperator(t){const e=Ut(this)
g("operator",t,0,e.operators-1)
return e.a("trajectory_count_by_operator",t)}get(t){const e=Ut(this)
g("index",t,0,this.length-1)
e.a("trajectory_read",t)
const r=r=>e.a("trajectory_get",t,r)
return{embedding:e.c.f.slice(0,e.dim),operator:r(0),attention:r(1),executionMs:r(2),baselineMs:r(3),improvement:r(4)}}*[Symbol.iterator](){for(let t=0;t<this.length;t++)yield this.get(t)}filter(t){"function"!=typeof t&&d("filter: keep","a function",t)
return[...this].filter(t)}top(t){g("top: count",t,0,Jt)
const e=Array.from({length:this.length},(t,e)=>({improvement:Ut(this).a("trajectory_get",e,4),index:e}))
e.sort((t,e)=>e.improvement-t.improvement||t.index-e.index)
return e.slice(0,t).map(({index:t})=>this.get(t))}statistics(t){const e=w("statistics: by",t,Vt),r=(t,r)=>Ut(this).a("trajectory_group",e,t,r)
return Array.from({length:256},(t,e)=>e).filter(t=>r(t,0)>0).map(t=>({key:t,count:r(t,0),mean:r(t,1),standardError:r(t,2)}))}sample(t,e={}){g("sample: count",t,0,Jt)
const s=v("sample",e,{by:"uniform",seed:1}),o=1===w("sample: by",s.by,["uniform","improvement"]),i=g("sample: seed",s.seed,0,2**32-1)
t>0&&this.isEmpty&&r("LORA_E_STATE","sample: nothing was recorded yet")
return Array.from({length:t},(t,e)=>this.get(Ut(this).a("trajectory_draw",Number(o),i,e)))}reset(){Ut(this).a("trajectory_reset")}}
function Xt(t,e={}){Array.isArray(t)&&0!==t.length||d("average: the argument","a list of { adapter, weight }, not empty",t)
const s=t.map(t=>{A(t)||d("average","a list of { adapter, weight }",t)
const{adapter:e,weight:r}=v("average",t,{adapter:void 0,weight:1})
return{adapters:I("average: adapter","a MicroLoRA or ScopedLoRA",e,Rt),weight:_("average: weight",r)}})
s.every(({weight:t})=>0===t)&&r("LORA_E_RANGE","average: one weight at least must be above 0")
const o=Math.max(...s.map(({adapters:t})=>t.rank)),{rank:i}=v("average",e,{rank:o})
return Ot(s,wt(i),!0,0)}function Kt(t,e,s){if(e instanceof Float32Array)return e
const o=null!==e&&"object"==typeof e?Array.from(e):[]
0!==o.length&&o.every(t=>"number"==typeof t)||r("LORA_E_TYPE",`${t} must be an array of ${s} numbers`)
const i=Float32Array.from(o)
l(t,i,s)
return i}var Zt=class{constructor(t,e){this.k=t
this.e=e}l(){return S(this.e).l()}v(){this.e.free()}},te=class extends Zt{#e
#r
#s=!1
#o=-1
#i=[]
constructor(t,e,r){super(t,e)
this.#e=e
this.#r=r}get inputAddress(){return this.#e.gradient.byteOffset}get outputAddress(){return this.#e.output.byteOffset}forward(t){this.#r(t,this.#e.gradient,this.#e.output)
this.#o=t
this.#s=!0}forwardArray(t,e){const r=this.#r(t,Kt("forward_array: input",e,this.#e.dim))
this.#o=t
this.#s=!0
return r}prepare(t){if(this.#o===t)return
const e=this.#e.output.slice()
this.#s||this.#e.input.fill(1/Math.sqrt(this.#e.dim))
this.#r(t)
this.#e.output.set(e)
this.#i[t]=this.hidden(t)+1
this.#o=t}forget(){this.#o=-1}hidden(t){return this.#i[t]??0}get hiddenInAll(){return this.#i.reduce((t,e)=>t+e,0)}reset(t){this.forget()
void 0===t?this.#i=[]:this.#i[t]=0}},ee=(t,e,r)=>({dim:t??256,alpha:e??.1,optimizer:"sgd",learningRate:r??.01}),re=S,WasmMicroLoRA=class extends F{constructor(t,e,r){const s=new MicroLoRA(ee(t,e,r))
super(new te("WasmMicroLoRA",s,(t,e,r)=>s.forward(e,r)))}get_input_ptr(){return re(this).inputAddress}get_output_ptr(){return re(this).outputAddress}forward(){re(this).forward(0)}forward_array(t){return re(this).forwardArray(0,t)}adapt(){re(this).prepare(0)
re(this).e.adapt()}adapt_array(t){const e=Kt("adapt_array: gradient",t,re(this).e.dim)
re(this).prepare(0)
re(this).e.adapt(e)}adapt_with_reward(t){re(this).prepare(0)
re(this).e.adaptWithReward(t)}delta_norm(){return re(this).e.deltaNorm}adapt_count(){return BigInt(re(this).e.adaptCount)}forward_count(){return BigInt(re(this).e.forwardCount-re(this).hidden(0))}param_count(){return re(this).e.paramCount}dim(){return re(this).e.dim}reset(){re(this).e.reset()
re(this).reset()}},se=S,WasmScopedLoRA=class extends F{constructor(t,e,r){const s=new ScopedLoRA(ee(t,e,r))
super(new te("WasmScopedLoRA",s,(t,e,r)=>s.forward(t,e,r)))}static scope_name(t){return(Number.isInteger(t)?Pt[t]:void 0)??r("LORA_E_SCOPE",`scope_name: there is no scope ${String(t)}; they are 0 to 16`)}get_input_ptr(){return se(this).inputAddress}get_output_ptr(){return se(this).outputAddress}forward(t){se(this).forward(t)}forward_array(t,e){return se(this).forwardArray(t,e)}adapt(t){se(this).prepare(t)
se(this).e.adapt(t)}adapt_array(t,e){const r=Kt("adapt_array: gradient",e,se(this).e.dim)
se(this).prepare(t)
se(this).e.adapt(t,r)}adapt_with_reward(t,e){se(this).prepare(t)
se(this).e.adaptWithReward(t,e)}delta_norm(t){return se(this).e.deltaNorm(t)}adapt_count(t){return BigInt(se(this).e.adaptCount(t))}forward_count(t){return BigInt(se(this).e.forwardCount(t)-se(this).hidden(t))}total_adapt_count(){return BigInt(se(this).e.totalAdaptCount)}total_forward_count(){return BigInt(se(this).e.totalForwardCount-se(this).hiddenInAll)}set_category_fallback(t){se(this).e.categoryFallback=t
se(this).forget()}reset_scope(t){se(this).e.reset(t)
se(this).reset(t)}reset_all(){se(this).e.reset()
se(this).reset()}},oe=t=>S(t).e,WasmTrajectoryBuffer=class extends F{constructor(t,e){const r=new TrajectoryBuffer({capacity:t??1e3,dim:e??256,operators:256})
super(new Zt("WasmTrajectoryBuffer",r))}record(t,e,r,s,o){const i=Kt("record: embedding",t,oe(this).dim)
oe(this).record(i,e,r,s,o)}success_rate(){return oe(this).successRate}best_improvement(){return oe(this).bestImprovement}mean_improvement(){return oe(this).meanImprovement}variance(){return oe(this).variance}best_attention(){return oe(this).bestAttention}high_quality_count(t){return oe(this).highQualityCount(t)}count_by_operator(t){return oe(this).countByOperator(t)}len(){return oe(this).length}total_count(){return BigInt(oe(this).totalCount)}is_empty(){return oe(this).isEmpty}reset(){
oe(this).reset()}}
export{Bt as DEFAULT_CATEGORIES,Pt as DEFAULT_SCOPES,LoraError,MicroLoRA,Tt as PUBLISHED_SCOPES,ScopedLoRA,TrajectoryBuffer,WasmMicroLoRA,WasmScopedLoRA,WasmTrajectoryBuffer,Xt as average,ht as createEngine,at as default,nt as initSync}

